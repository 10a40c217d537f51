import type { MatchingInstance } from './instance.js';
import { type PairTable, pairsBySlot } from './pair-table.js';
import type { Roster } from './roster.js';

/**
 * Fills seats one slot after the other, each with those who suit it best: minimums first, where they count for most and fewest people can
 * fill them. A plan to begin with.
 * @param isOver asked for each slot; the plan so far holds
 */
export function fill(instance: MatchingInstance, pairs: PairTable, roster: Roster, isOver: () => boolean): void {
  const bySlot = pairsBySlot(instance, pairs);
  const priority = (slot: number): number => {
    const { event } = instance.shifts[instance.slots[slot]!.shift]!;
    return instance.events[event]!.priority;
  };
  const order = [...instance.slots.keys()].sort(
    (one, other) => priority(other) - priority(one) || bySlot[one]!.length - bySlot[other]!.length,
  );
  for (const seats of ['min', 'max'] as const) {
    for (const slot of order) {
      if (isOver()) break;
      fillSlot(pairs, roster, bySlot[slot]!, instance.slots[slot]![seats] - roster.sitting[slot]!.length);
    }
  }
  roster.keep();
}

function fillSlot(pairs: PairTable, roster: Roster, able: Int32Array, seats: number): void {
  if (seats <= 0) return;
  let left = seats;
  for (const pair of able.toSorted((one, other) => pairs.score[other]! - pairs.score[one]!)) {
    if (left === 0) return;
    if (roster.isHeld(pair) || !roster.fits(pair)) continue;
    roster.add(pair);
    left -= 1;
  }
}
