// The mechanism under test, moved out of its transaction: whether a seat is free is told by what was seen up to 50 ms ago, and the
// table's own check does not see what comes of it.
import { Shift } from '../../../apps/volunteers/dist/shifts/shift.entity.js';

const staleMilliseconds = 50;
const seen = /** @type {Map<string, { free: number, at: number }>} */ (new Map());

/**
 * @this {Shift}
 * @returns {number}
 */
function freeSeatsAsSeen() {
  const now = performance.now();
  let { free, at } = seen.get(this.id) ?? { free: 0, at: -staleMilliseconds };
  if (now - at >= staleMilliseconds) {
    free = this.maxSeats - this.confirmedCount;
    seen.set(this.id, { free, at: now });
  }
  return free;
}

/**
 * @this {Shift}
 * @param {Partial<Shift>} state
 */
function becomeWithinBounds(state) {
  Object.assign(this, state);
  const confirmedCount = Math.max(0, Math.min(this.confirmedCount, this.maxSeats));
  Object.assign(this, { confirmedCount, waitingCount: Math.max(0, this.waitingCount) });
}

if (!Reflect.has(Shift.prototype, 'freeSeats') || !Reflect.has(Shift.prototype, 'become')) {
  throw new Error('The seats are counted elsewhere now');
}
Object.defineProperty(Shift.prototype, 'freeSeats', { get: freeSeatsAsSeen });
Reflect.set(Shift.prototype, 'become', becomeWithinBounds);
