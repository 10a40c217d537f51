import type { AssignmentProblem } from './assign-once.js';
import type { Component, LevelWeights, MatchingInstance } from './instance.js';
import { type Components, unevenness } from './levels.js';
import type { PairTable } from './pair-table.js';
import type { Roster } from './roster.js';

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

/** What `assignOnce` asks of the seats, and what each pair is worth to it, all levels being one number. */
export interface AssignmentTask {
  /** How many of the first levels it stands for: all that fit into one number; none where seats up to the minimum are worth less than others. */
  readonly levels: number;
  /** Of each pair of the table, as if it were the only one of its volunteer; the seat is not counted. */
  readonly worth: Float64Array;
  readonly fairness: Int32Array;
  readonly seats: Pick<AssignmentProblem, 'slots' | 'taken' | 'min' | 'max' | 'minBonus' | 'maxBonus'>;
}

/**
 * @param roster what is taken already
 * @param people how many take part in the assignment; a volunteer may be several
 */
export function assignmentTask(
  instance: MatchingInstance,
  pairs: PairTable,
  roster: Roster,
  people: number,
): AssignmentTask {
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
  const { levels, weights } = asManyAsFit(instance.levels, {
    minFill: 2 * events.reduce((most, { priority }) => Math.max(most, priority), 0),
    maxFill: 2,
    score: moves * mostScore,
    fairness: moves * mostFairness,
    stability: moves,
  });
  const worth = new Float64Array(fairness.length);
  for (let pair = 0; pair < worth.length; pair += 1) {
    worth[pair] =
      weights.score * pairs.score[pair]! + weights.fairness * fairness[pair]! + weights.stability * pairs.kept[pair]!;
  }
  const minBonus = Float64Array.from(slots, ({ shift }) => weights.minFill * events[shifts[shift]!.event]!.priority);
  return {
    levels: slots.some(({ min }, slot) => min > 0 && minBonus[slot]! < weights.maxFill) ? 0 : levels,
    worth,
    fairness,
    seats: {
      slots: slots.length,
      taken: Int32Array.from(roster.sitting, (sitting) => sitting.length),
      min: Int32Array.from(slots, ({ min }) => min),
      max: Int32Array.from(slots, ({ max }) => max),
      minBonus,
      maxBonus: new Float64Array(slots.length).fill(weights.maxFill),
    },
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
