import { type Candidates, findCandidates } from './candidates.js';
import { metresToShift } from './distance.js';
import type { MatchingInstance } from './instance.js';
import { scoreOf, Suitability } from './suitability.js';

/** Every pair that a plan may hold, in flat lists: those that the rules allow, by volunteer, then the locked ones. */
export interface PairTable {
  /** Pairs of volunteer `v` that are not locked are those from `first[v]` up to, but without, `first[v + 1]`. */
  readonly first: Int32Array;
  /** Where the locked pairs begin; all before are free. */
  readonly locked: number;
  readonly volunteer: Int32Array;
  readonly slot: Int32Array;
  /** How well the two suit each other: 0 to 1000. */
  readonly score: Int32Array;
  /** 1 for a pair of the previous plan. */
  readonly kept: Uint8Array;
}

export function pairTable(instance: MatchingInstance): PairTable {
  const { volunteers, slots, shifts, locked, forbidden, previous, rules } = instance;
  const keyOf = (volunteer: number, slot: number) => volunteer * slots.length + slot;
  const notFree = new Set([...locked, ...forbidden].map(([volunteer, slot]) => keyOf(volunteer, slot)));
  const lockedCount = new Int32Array(volunteers.length);
  for (const [volunteer] of locked) lockedCount[volunteer]! += 1;
  const suitability = new Suitability(instance);
  const all = findCandidates(instance, suitability);
  const free =
    notFree.size === 0
      ? all
      : only(
          all,
          (volunteer, slot) =>
            (rules.maxAssignments === null || lockedCount[volunteer]! < rules.maxAssignments) &&
            !notFree.has(keyOf(volunteer, slot)),
        );
  const count = free.slot.length;
  const table = {
    first: free.first,
    locked: count,
    volunteer: new Int32Array(count + locked.length),
    slot: new Int32Array(count + locked.length),
    score: new Int32Array(count + locked.length),
    kept: new Uint8Array(count + locked.length),
  };
  table.slot.set(free.slot);
  table.score.set(free.score);
  for (const volunteer of volunteers.keys()) {
    table.volunteer.fill(volunteer, free.first[volunteer], free.first[volunteer + 1]);
  }
  for (const [index, [volunteer, slot]] of locked.entries()) {
    table.volunteer[count + index] = volunteer;
    table.slot[count + index] = slot;
    const person = suitability.person(volunteers[volunteer]!);
    const metres = metresToShift(person.volunteer, shifts[slots[slot]!.shift]!, instance);
    table.score[count + index] = scoreOf(suitability.parts(person, slot, metres));
  }
  const previousKeys = new Set(previous.map(([volunteer, slot]) => keyOf(volunteer, slot)));
  if (previousKeys.size > 0) {
    for (const [pair, slot] of table.slot.entries()) {
      if (previousKeys.has(keyOf(table.volunteer[pair]!, slot))) table.kept[pair] = 1;
    }
  }
  return table;
}

/** Free pairs of each slot. */
export function pairsBySlot({ slots }: MatchingInstance, pairs: PairTable): Int32Array[] {
  const count = new Int32Array(slots.length);
  for (let pair = 0; pair < pairs.locked; pair += 1) count[pairs.slot[pair]!]! += 1;
  const bySlot = slots.map((_, slot) => new Int32Array(count[slot]!));
  for (let pair = pairs.locked - 1; pair >= 0; pair -= 1) {
    const slot = pairs.slot[pair]!;
    bySlot[slot]![(count[slot]! -= 1)] = pair;
  }
  return bySlot;
}

/** In place. */
function only({ first, slot, score }: Candidates, isWanted: (volunteer: number, slot: number) => boolean): Candidates {
  const begin = new Int32Array(first.length);
  let length = 0;
  for (let volunteer = 0; volunteer + 1 < first.length; volunteer += 1) {
    for (let pair = first[volunteer]!; pair < first[volunteer + 1]!; pair += 1) {
      if (!isWanted(volunteer, slot[pair]!)) continue;
      slot[length] = slot[pair]!;
      score[length] = score[pair]!;
      length += 1;
    }
    begin[volunteer + 1] = length;
  }
  return { first: begin, slot: slot.subarray(0, length), score: score.subarray(0, length) };
}
