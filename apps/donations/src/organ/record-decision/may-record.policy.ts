import { hasCompletedYears } from '../../age.policy.js';
import type { OrganDecisionChoice } from '../organ-decision.dto.js';

export interface OrganDecisionAttempt {
  readonly decision: OrganDecisionChoice;
  /** Whether the consent to keep such decisions is granted. */
  readonly consents: boolean;
  /** `YYYY-MM-DD`, null when the person has not said. */
  readonly birthDate: string | null;
  readonly today: string;
}

interface RecordingRule {
  /** The problem code a refusal carries. */
  readonly code: string;
  readonly refuses: (attempt: OrganDecisionAttempt) => boolean;
}

/**
 * What stands between a person and a decision on record, in the order people are told: the same for giving and for refusing.
 * 人体器官捐献和移植条例 Art. 9: full civil capacity.
 */
export const recordingRules = [
  { code: 'consent-missing', refuses: ({ consents }) => !consents },
  { code: 'birth-date-missing', refuses: ({ birthDate }) => birthDate === null },
  {
    code: 'under-age',
    refuses: ({ birthDate, today }) => birthDate !== null && !hasCompletedYears(birthDate, 18, today),
  },
] as const satisfies readonly RecordingRule[];

export type RecordingObstacle = (typeof recordingRules)[number]['code'];

/** Taking a decision back has no conditions (Art. 9). */
export function firstObstacle(attempt: OrganDecisionAttempt): RecordingObstacle | null {
  if (attempt.decision === 'none') return null;
  return recordingRules.find((rule) => rule.refuses(attempt))?.code ?? null;
}
