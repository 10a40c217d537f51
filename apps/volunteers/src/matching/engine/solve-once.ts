import { assignOnce } from './assign-once.js';
import type { MatchingInstance } from './instance.js';
import type { PairTable } from './pair-table.js';
import type { Roster } from './roster.js';
import { assignmentTask } from './scalar-objective.js';

/**
 * The best plan in which nobody gets more than one slot, exactly, added to the locked pairs of the roster.
 * @param isOver asked now and then with the share that is done; the plan is the best for those who have had their turn by then
 * @returns how many of the first levels are the best there can be: usually all
 */
export function solveOnce(
  instance: MatchingInstance,
  pairs: PairTable,
  roster: Roster,
  isOver: (done: number) => boolean,
): number {
  const people = instance.volunteers.length;
  const { levels, worth, seats } = assignmentTask(instance, pairs, roster, people);
  let isExact = true;
  const taken = assignOnce({ people, first: pairs.first, slot: pairs.slot, weight: worth, ...seats }, (done) => {
    const over = isOver(done);
    if (over) isExact = false;
    return over;
  });
  for (const [volunteer, slot] of taken.entries()) {
    if (slot < 0) continue;
    roster.add(pairs.slot.subarray(0, pairs.first[volunteer + 1]).indexOf(slot, pairs.first[volunteer]));
  }
  roster.keep();
  return isExact ? levels : 0;
}
