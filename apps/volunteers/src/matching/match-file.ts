import { solve, type SolveOptions } from './engine/solve.js';
import { readInstance } from './format/read-instance.js';
import { type NamedPlan, writePlan } from './format/write-plan.js';

/**
 * @param instance parsed `match-bench/1`
 * @throws ZodError when it is something else
 */
export function matchFile(instance: unknown, options: SolveOptions): NamedPlan {
  const read = readInstance(instance);
  return writePlan(read, solve(read, options).plan);
}
