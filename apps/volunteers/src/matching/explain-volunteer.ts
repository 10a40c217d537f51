import { PlanExplanation } from './explain/explain-plan.js';
import { notChosenText } from './explanation-texts.js';
import { buildInstance } from './model/build-instance.js';
import type { MatchingFacts } from './matching-facts.js';
import type { Language } from '@sanxian/shared/contracts';

/** Why a volunteer does not have a shift. */
export interface WhyNot {
  readonly shiftId: string;
  readonly code: string;
  readonly text: string;
}

/**
 * "Why not me?", for every shift that the volunteer does not have in the plan.
 * @param facts with at least one shift, the volunteer alone, and their places in the plan as locked
 */
export function whyNot(facts: MatchingFacts, language: Language): WhyNot[] {
  const task = buildInstance(facts);
  return new PlanExplanation(task, task.instance.locked).notChosen(0).map(({ slot, code, obstacle }) => ({
    shiftId: facts.shifts[slot]!.id,
    code,
    text: notChosenText({ code, ...(obstacle ? { obstacle } : {}) }, language),
  }));
}
