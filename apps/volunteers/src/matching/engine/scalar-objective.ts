import type { Component, LevelWeights } from './instance.js';

/** The largest change that one chain of moves can make to each component. */
export type Ranges = Readonly<Record<Component, number>>;

/** What one unit of each component is worth when all levels are one number. */
export type ScalarWeights = Readonly<Record<Component, number>>;

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
