import type { Component, LevelWeights, MatchingInstance } from './instance.js';
import { type Components, unevenness } from './levels.js';
import type { PairTable } from './pair-table.js';

/** The largest change that one chain of moves can make to each component. */
export type Ranges = Components;

/** What one unit of each component is worth when all levels are one number. */
export type ScalarWeights = Components;

const components: readonly Component[] = ['minFill', 'maxFill', 'score', 'fairness', 'stability'];

/**
 * One number for all levels: a unit of a level is worth more than all that a chain of moves can change below it, so comparing chains by it
 * is comparing level by level.
 * @throws RangeError when such numbers would not be whole any more: beyond 2^53
 */
export function scalarWeights(levels: readonly LevelWeights[], ranges: Ranges): ScalarWeights {
  const weights: Record<Component, number> = { minFill: 0, maxFill: 0, score: 0, fairness: 0, stability: 0 };
  let unit = 1;
  for (const level of levels.toReversed()) {
    let range = 0;
    for (const component of components) {
      const weight = level[component] ?? 0;
      weights[component] += unit * weight;
      range += Math.abs(weight) * ranges[component];
    }
    unit *= range + 1;
  }
  if (unit > Number.MAX_SAFE_INTEGER) throw new RangeError('The levels do not fit into one number');
  return weights;
}

/** What an assignment in which nobody takes two seats at once comes to, as one number. */
export interface AssignmentWorth {
  /** How many of the first levels it stands for: all that fit into one number. */
  readonly levels: number;
  readonly weights: ScalarWeights;
  /** Of each pair of the table, as if it were the only one of its volunteer. */
  readonly fairness: Int32Array;
  /** What one more person is worth in each slot, up to its minimum and beyond. */
  readonly minBonus: Float64Array;
  readonly maxBonus: Float64Array;
}

/** @param people how many take part in the assignment; a volunteer may be several */
export function assignmentWorth(instance: MatchingInstance, pairs: PairTable, people: number): AssignmentWorth {
  const { volunteers, slots, shifts, events, fairnessUnit } = instance;
  const fairness = new Int32Array(pairs.slot.length);
  let mostScore = 0;
  let mostFairness = 0;
  for (let pair = 0; pair < fairness.length; pair += 1) {
    const { start, end } = shifts[slots[pairs.slot[pair]!]!.shift]!;
    fairness[pair] = unevenness(volunteers[pairs.volunteer[pair]!]!.served, end - start, fairnessUnit);
    mostScore = Math.max(mostScore, pairs.score[pair]!);
    mostFairness = Math.max(mostFairness, fairness[pair]!);
  }
  // A chain moves one person out of each slot and one into it at most, and changes the count of two.
  const moves = 2 * Math.min(slots.length, people) + 1;
  const ranges = {
    minFill: 2 * events.reduce((most, { priority }) => Math.max(most, priority), 0),
    maxFill: 2,
    score: moves * mostScore,
    fairness: moves * mostFairness,
    stability: moves,
  };
  const { levels, weights } = asManyAsFit(instance.levels, ranges);
  return {
    levels,
    weights,
    fairness,
    minBonus: Float64Array.from(slots, ({ shift }) => weights.minFill * events[shifts[shift]!.event]!.priority),
    maxBonus: new Float64Array(slots.length).fill(weights.maxFill),
  };
}

function asManyAsFit(all: readonly LevelWeights[], ranges: Ranges): { levels: number; weights: ScalarWeights } {
  for (let levels = all.length; ; levels -= 1) {
    try {
      return { levels, weights: scalarWeights(all.slice(0, levels), ranges) };
    } catch (error) {
      if (!(error instanceof RangeError) || levels === 0) throw error;
    }
  }
}
