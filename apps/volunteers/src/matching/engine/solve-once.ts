import { assignOnce } from './assign-once.js';
import { type Candidates, findCandidates } from './candidates.js';
import type { MatchingInstance, Pair } from './instance.js';
import { unevenness } from './levels.js';
import { scalarWeights } from './scalar-objective.js';

/** The best plan in which nobody gets more than one slot, exactly. */
export function solveOnce(instance: MatchingInstance, cancelled?: () => boolean): Pair[] {
  const { volunteers, slots, shifts, events, locked, fairnessUnit } = instance;
  const candidates = withoutPeople(findCandidates(instance), new Set(locked.map(([volunteer]) => volunteer)));
  const fairnessOf = (volunteer: number, slot: number): number => {
    const { start, end } = shifts[slots[slot]!.shift]!;
    return unevenness(volunteers[volunteer]!.served, end - start, fairnessUnit);
  };
  const before = new Set(instance.previous.map(([volunteer, slot]) => volunteer * slots.length + slot));
  const fairness = new Int32Array(candidates.slot.length);
  let mostScore = 0;
  let mostFairness = 0;
  for (const volunteer of volunteers.keys()) {
    for (let pair = candidates.first[volunteer]!; pair < candidates.first[volunteer + 1]!; pair += 1) {
      fairness[pair] = fairnessOf(volunteer, candidates.slot[pair]!);
      mostScore = Math.max(mostScore, candidates.score[pair]!);
      mostFairness = Math.max(mostFairness, Math.abs(fairness[pair]!));
    }
  }
  // A chain moves one person out of each slot and one into it at most, and changes the count of two.
  const moves = 2 * Math.min(slots.length, volunteers.length) + 1;
  const weights = scalarWeights(instance.levels, {
    minFill: 2 * events.reduce((most, { priority }) => Math.max(most, priority), 0),
    maxFill: 2,
    score: moves * mostScore,
    fairness: moves * mostFairness,
    stability: moves,
  });
  const weight = new Float64Array(candidates.slot.length);
  for (const volunteer of volunteers.keys()) {
    for (let pair = candidates.first[volunteer]!; pair < candidates.first[volunteer + 1]!; pair += 1) {
      const slot = candidates.slot[pair]!;
      weight[pair] =
        weights.score * candidates.score[pair]! +
        weights.fairness * fairness[pair]! +
        (before.has(volunteer * slots.length + slot) ? weights.stability : 0);
    }
  }
  const taken = new Int32Array(slots.length);
  for (const [, slot] of locked) taken[slot]! += 1;
  const arcs = assignOnce(
    {
      people: volunteers.length,
      slots: slots.length,
      first: candidates.first,
      slot: candidates.slot,
      weight,
      taken,
      min: Int32Array.from(slots, ({ min }) => min),
      max: Int32Array.from(slots, ({ max }) => max),
      minBonus: Float64Array.from(slots, ({ shift }) => weights.minFill * events[shifts[shift]!.event]!.priority),
      maxBonus: new Float64Array(slots.length).fill(weights.maxFill),
    },
    cancelled,
  );
  const plan: Pair[] = [...locked];
  for (const [volunteer, arc] of arcs.entries()) if (arc >= 0) plan.push([volunteer, arc]);
  return plan;
}

function withoutPeople({ first, slot, score }: Candidates, people: ReadonlySet<number>): Candidates {
  if (people.size === 0) return { first, slot, score };
  const kept = new Int32Array(first.length);
  let length = 0;
  for (let volunteer = 0; volunteer + 1 < first.length; volunteer += 1) {
    if (!people.has(volunteer)) {
      slot.copyWithin(length, first[volunteer]!, first[volunteer + 1]);
      score.copyWithin(length, first[volunteer]!, first[volunteer + 1]);
      length += first[volunteer + 1]! - first[volunteer]!;
    }
    kept[volunteer + 1] = length;
  }
  return { first: kept, slot: slot.subarray(0, length), score: score.subarray(0, length) };
}
