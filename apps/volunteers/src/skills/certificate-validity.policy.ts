import { DateTime } from 'luxon';
import { certificateYears, type SkillCode } from './skill-catalogue.js';

/** What a certificate proves, and until when. */
export interface Certificate {
  readonly skill: string;
  /** The last day it counts, in Asia/Shanghai; null when it never ends. */
  readonly expiresOn: string | null;
}

/** Whether it still counts on this day (`YYYY-MM-DD`): it does on its last. */
export const isValidOn = ({ expiresOn }: Pick<Certificate, 'expiresOn'>, day: string): boolean =>
  expiresOn === null || day <= expiresOn;

/** The last day of a certificate that does not name one: so many calendar years on, or null when its kind never ends. */
export function usualExpiry(skill: SkillCode, issuedOn: string): string | null {
  const years = certificateYears[skill];
  if (years === undefined) return null;
  // Of 29 February the day before 1 March remains.
  return DateTime.fromISO(issuedOn, { zone: 'utc' }).plus({ years }).toFormat('yyyy-MM-dd');
}
