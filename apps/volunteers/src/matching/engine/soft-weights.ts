import type { Component, MatchingInstance } from './instance.js';
import type { Components } from './levels.js';

/** What one move usually changes of each component, and the least of it that is worth a trade. */
const usual: Components = { minFill: 1, maxFill: 1, score: 250, fairness: 60, stability: 1 };
const least: Components = { minFill: 1, maxFill: 1, score: 20, fairness: 6, stability: 1 };
export interface SoftWeights {
  readonly weights: Components;
  /** What one move usually changes on the levels below those of seats. */
  readonly usualChange: number;
}

/**
 * One number for all levels that leads a search: unlike those of `scalar-objective.ts`, a unit of a level is worth only somewhat more than
 * what one move usually changes below it, so that a search can pay for one with the other for a while.
 * @param seats how many of the first levels are levels of seats
 * @param above a unit of a level is worth so many usual changes of the levels below
 */
export function softWeights({ levels }: Pick<MatchingInstance, 'levels'>, seats: number, above: number): SoftWeights {
  const weights: Record<Component, number> = { minFill: 0, maxFill: 0, score: 0, fairness: 0, stability: 0 };
  let below = 0;
  let usualChange = 1;
  for (let level = levels.length - 1; level >= 0; level -= 1) {
    const entries = (Object.entries(levels[level]!) as [Component, number][]).filter(([, weight]) => weight !== 0);
    const smallest = Math.min(...entries.map(([name, weight]) => Math.abs(weight) * least[name]));
    const unit = Math.max(1, (above * below) / smallest);
    for (const [name, weight] of entries) {
      weights[name] += unit * weight;
      below += unit * Math.abs(weight) * usual[name];
    }
    if (level === seats) usualChange = below;
  }
  return { weights, usualChange };
}
