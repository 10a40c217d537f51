import { expect, it } from '@jest/globals';
import { waitListFaults, type SettledSignUp } from './check-wait-lists.js';

const signUp = (id: string, came: number, more: Partial<SettledSignUp> = {}): SettledSignUp => ({
  id,
  shiftId: 'shift',
  firstStatus: 'waitlisted',
  sentAt: came,
  acknowledgedAt: came + 10,
  withdrawn: false,
  status: 'waitlisted',
  position: undefined,
  ...more,
});
const promoted: Partial<SettledSignUp> = { status: 'confirmed' };

it('finds nothing wrong with people who wait as they came, nor with two who came at once', () => {
  const list = [signUp('a', 0, promoted), signUp('c', 105, { position: 1 }), signUp('b', 100, { position: 2 })];
  expect(waitListFaults('shift', 0, list)).toEqual([]);
});

it.each([
  ['somebody who came later stands ahead', 0, [signUp('b', 100, { position: 1 }), signUp('a', 0, { position: 2 })]],
  ['somebody who came later was promoted', 0, [signUp('b', 100, promoted), signUp('a', 0, { position: 1 })]],
  ['a place is missing', 0, [signUp('a', 0, { position: 1 }), signUp('b', 100, { position: 3 })]],
  ['somebody waits beside a free seat', 1, [signUp('a', 0, { position: 1 })]],
])('finds that %s', (_, freeSeats, list) => {
  expect(waitListFaults('shift', freeSeats, list)).toHaveLength(1);
});
