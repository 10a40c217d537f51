import { hasCompletedYears } from '../../age.policy.js';

export interface StemCellRegistration {
  /** The wording the person agreed to, null without a consent, and the one they register with. */
  readonly grantedText: string | null;
  readonly consentTextVersion: string;
  /** `YYYY-MM-DD`, null when the person has not said. */
  readonly birthDate: string | null;
  readonly today: string;
  readonly hasOpenIntent: boolean;
}

interface RegistrationRule {
  /** The problem code a refusal carries. */
  readonly code: string;
  readonly refuses: (registration: StemCellRegistration) => boolean;
}

const completed = ({ birthDate, today }: StemCellRegistration, years: number): boolean =>
  birthDate !== null && hasCompletedYears(birthDate, years, today);

/**
 * What stands between a person and the registry, in the order people are told. Joining is open from 18 to 45 (中华骨髓库):
 * from the 18th birthday to the day before the 46th.
 */
export const registrationRules = [
  { code: 'consent-missing', refuses: ({ grantedText }) => grantedText === null },
  {
    code: 'consent-text-outdated',
    refuses: ({ grantedText, consentTextVersion }) => grantedText !== consentTextVersion,
  },
  { code: 'already-registered', refuses: ({ hasOpenIntent }) => hasOpenIntent },
  { code: 'birth-date-missing', refuses: ({ birthDate }) => birthDate === null },
  { code: 'under-age', refuses: (registration) => !completed(registration, 18) },
  { code: 'over-age', refuses: (registration) => completed(registration, 46) },
] as const satisfies readonly RegistrationRule[];

export type RegistrationObstacle = (typeof registrationRules)[number]['code'];

export function firstObstacle(registration: StemCellRegistration): RegistrationObstacle | null {
  return registrationRules.find((rule) => rule.refuses(registration))?.code ?? null;
}
