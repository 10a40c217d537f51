import type { Component, LevelWeights, MatchingInstance } from './instance.js';

/** What a plan comes to. Fairness is given as the cost it is. */
export type Components = Readonly<Record<Component, number>>;

/** Level by level, larger is better. */
export const levelsOf = ({ levels }: Pick<MatchingInstance, 'levels'>, components: Components): number[] =>
  levels.map((weights) => weighed(weights, components));

export const weighed = (weights: LevelWeights, components: Components): number =>
  (weights.minFill ?? 0) * components.minFill +
  (weights.maxFill ?? 0) * components.maxFill +
  (weights.score ?? 0) * components.score +
  (weights.fairness ?? 0) * components.fairness +
  (weights.stability ?? 0) * components.stability;

/** The first level on which two plans differ; -1 when they are worth the same. */
export const firstDifference = (one: readonly number[], other: readonly number[]): number =>
  one.findIndex((value, level) => value !== other[level]);

/** Positive where the first is better, negative where it is worse. */
export function compareLevels(one: readonly number[], other: readonly number[]): number {
  const level = firstDifference(one, other);
  return level < 0 ? 0 : one[level]! - other[level]!;
}

/** How many of the first levels speak of seats only, whoever sits in them. */
export function seatLevels({ levels }: Pick<MatchingInstance, 'levels'>): number {
  const first = levels.findIndex(({ score, fairness, stability }) => score || fairness || stability);
  return first < 0 ? levels.length : first;
}

/** Hours weigh more on those who have served much: the difference of squares. */
export function unevenness(served: number, more: number, unit: number): number {
  const earlier = Math.floor(served / unit);
  const added = Math.floor(more / unit);
  return (earlier + added) ** 2 - earlier ** 2;
}
