import { findCandidates } from './candidates.js';
import { improve, type ImproveOptions } from './improve.js';
import type { MatchingInstance, Pair } from './instance.js';
import { solveOnce } from './solve-once.js';
import { WorkingPlan } from './working-plan.js';

export interface Solution {
  readonly plan: readonly Pair[];
  /** Whether no better plan exists. */
  readonly proven: boolean;
}

/** The best plan for the budget: exact where nobody may take more than one shift. */
export function solve(instance: MatchingInstance, options: ImproveOptions): Solution {
  if (instance.rules.maxAssignments === 1) {
    const plan = solveOnce(instance, () => options.spent() >= 1);
    return { plan, proven: options.spent() < 1 };
  }
  const plan = new WorkingPlan(instance);
  improve(instance, findCandidates(instance), plan, options);
  return { plan: plan.pairs(), proven: false };
}
