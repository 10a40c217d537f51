import { solve, type SolveOptions } from './engine/solve.js';
import { readInstance } from './format/read-instance.js';
import { type NamedPlan, writePlan } from './format/write-plan.js';

export { compareLevels } from './engine/levels.js';

export interface MatchedFile {
  readonly plan: NamedPlan;
  /** What it comes to, level by level; larger is better. */
  readonly levels: readonly number[];
}

/**
 * @param instance parsed `match-bench/1`
 * @throws ZodError when it is something else
 */
export function matchFile(instance: unknown, options: SolveOptions): MatchedFile {
  const read = readInstance(instance);
  const { plan, levels } = solve(read, options);
  return { plan: writePlan(read, plan), levels };
}
