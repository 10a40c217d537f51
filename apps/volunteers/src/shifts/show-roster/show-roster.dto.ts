import type { SkillCode } from '../../skills/skill-catalogue.js';
import type { OpenStatus } from '../sign-up.entity.js';

export class RosterEntry {
  /** Of the sign-up. */
  id!: string;

  status!: OpenStatus;

  /** Place in the wait list at this moment, 1 is next; only while waiting. */
  position?: number;

  personId!: string;

  /** Null when the volunteer is no longer known here. */
  profileId!: string | null;

  /**
   * What they say of themselves, and what a certificate proves to the end of the shift.
   * @example ['first-aider']
   */
  skills!: SkillCode[];

  /** @example ['zh', 'en'] */
  languages!: string[];

  signedUpAt!: Date;
}

export class Roster {
  /** Who has a seat, in the order they signed up, then who waits, in the order of the wait list. */
  items!: RosterEntry[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
