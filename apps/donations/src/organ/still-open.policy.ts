import type { OrganDecisionContent } from './organ-decision-content.js';
import type { StillOpen } from './organ-decision.dto.js';

/**
 * What helps a decision to be followed and has not been said. Local rules on giving the body ask for an executor, and a family
 * that knows of the decision can stand by it, whichever it is. Who would rather not say is not asked again.
 */
export function whatIsStillOpen({ decision, items, executor, kinInformed }: OrganDecisionContent): StillOpen[] {
  if (decision === 'none') return [];
  const familyMayNotKnow = kinInformed === null || kinInformed === 'not-yet';
  return [
    ...(items.includes('body') && !executor ? (['executor'] as const) : []),
    ...(familyMayNotKnow ? (['family-told'] as const) : []),
  ];
}
