import { pairsBySlot, type PairTable } from '../../apps/volunteers/src/matching/engine/pair-table.js';
import type { MatchingInstance } from '../../apps/volunteers/src/matching/engine/instance.js';
import type { Roster } from '../../apps/volunteers/src/matching/engine/roster.js';

/** As rosters are filled by hand: shift by shift as they come, each seat with the best of those who are still free. */
export function greedy(instance: MatchingInstance, pairs: PairTable, roster: Roster): void {
  const bySlot = pairsBySlot(instance, pairs);
  const start = (slot: number): number => instance.shifts[instance.slots[slot]!.shift]!.start;
  for (const slot of [...instance.slots.keys()].sort((one, other) => start(one) - start(other))) {
    for (const pair of bySlot[slot]!.toSorted((one, other) => pairs.score[other]! - pairs.score[one]!)) {
      if (roster.isFull(slot)) break;
      if (roster.fits(pair)) roster.add(pair);
    }
  }
  roster.keep();
}
