import { assignOnce } from './assign-once.js';
import type { MatchingInstance } from './instance.js';
import type { PairTable } from './pair-table.js';
import type { Roster } from './roster.js';
import { assignmentWorth } from './scalar-objective.js';

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
  const { volunteers, slots } = instance;
  const worth = assignmentWorth(instance, pairs, volunteers.length);
  const weight = new Float64Array(pairs.locked);
  for (let pair = 0; pair < pairs.locked; pair += 1) {
    weight[pair] =
      worth.weights.score * pairs.score[pair]! +
      worth.weights.fairness * worth.fairness[pair]! +
      worth.weights.stability * pairs.kept[pair]!;
  }
  let isExact = true;
  const taken = assignOnce(
    {
      people: volunteers.length,
      slots: slots.length,
      first: pairs.first,
      slot: pairs.slot,
      weight,
      taken: Int32Array.from(roster.sitting, (sitting) => sitting.length),
      min: Int32Array.from(slots, ({ min }) => min),
      max: Int32Array.from(slots, ({ max }) => max),
      minBonus: worth.minBonus,
      maxBonus: worth.maxBonus,
    },
    (done) => {
      const over = isOver(done);
      if (over) isExact = false;
      return over;
    },
  );
  for (const [volunteer, slot] of taken.entries()) {
    if (slot < 0) continue;
    roster.add(pairs.slot.subarray(0, pairs.first[volunteer + 1]).indexOf(slot, pairs.first[volunteer]));
  }
  roster.keep();
  return isExact ? worth.levels : 0;
}
