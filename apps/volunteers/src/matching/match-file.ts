import { solve, type SolveOptions } from './engine/solve.js';
import { readInstance } from './format/read-instance.js';
import { type NamedPlan, writePlan } from './format/write-plan.js';

export { compareLevels } from './engine/levels.js';

export interface MatchedFile {
  readonly plan: NamedPlan;
  /** What it comes to, level by level; larger is better. */
  readonly levels: readonly number[];
  /** What no plan exceeds; null where that is not known. */
  readonly bounds: readonly (number | null)[];
  /** Milliseconds of the search alone. */
  readonly searched: number;
}

/**
 * @param instance parsed `match-bench/1`
 * @throws ZodError when it is something else
 */
export function matchFile(instance: unknown, options: SolveOptions): MatchedFile {
  const read = readInstance(instance);
  const begun = performance.now();
  const { plan, levels, bounds } = solve(read, options);
  return { plan: writePlan(read, plan), levels, bounds, searched: performance.now() - begun };
}
