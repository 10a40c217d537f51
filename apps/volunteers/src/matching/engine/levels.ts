import type { Component, MatchingInstance } from './instance.js';

/** What a plan comes to. Fairness is given as the cost it is. */
export type Components = Readonly<Record<Component, number>>;

/** Level by level, larger is better. */
export const levelsOf = (instance: MatchingInstance, components: Components): number[] =>
  instance.levels.map((weights) =>
    (Object.entries(weights) as [Component, number][]).reduce(
      (sum, [name, weight]) => sum + weight * components[name],
      0,
    ),
  );

/** Hours weigh more on those who have served much: the difference of squares. */
export function unevenness(served: number, more: number, unit: number): number {
  const earlier = Math.floor(served / unit);
  const added = Math.floor(more / unit);
  return (earlier + added) ** 2 - earlier ** 2;
}
