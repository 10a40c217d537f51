import type { SkillCode } from '../skills/skill-catalogue.js';
import type { AvailabilityException } from './availability-exception.dto.js';
import type { AvailabilityWindow } from './availability.dto.js';
import type { HomePoint } from './home.dto.js';
import type { RoleWish } from './role-wish.dto.js';

export class MaskedGuardian {
  /**
   * Its first character.
   * @example 林**
   */
  name!: string;

  /**
   * First three and last four digits.
   * @example '138****0000'
   */
  phone!: string;
}

/** Proof of a skill that the society entered. */
export class SkillCertificate {
  skill!: SkillCode;

  /** @example 2026-11-04 */
  issuedOn!: string;

  /**
   * The last day it counts; null when it never ends.
   * @example 2029-11-04
   */
  expiresOn!: string | null;
}

export class VolunteerProfileResponse {
  id!: string;

  personId!: string;

  /**
   * What the volunteer says of themselves.
   * @example ['first-aider']
   */
  skills!: SkillCode[];

  /** What the society vouches for, the oldest first, those that are over too. */
  certificates!: SkillCertificate[];

  /** @example ['zh', 'en'] */
  languages!: string[];

  /** @example '331102' */
  area!: string;

  availability!: AvailabilityWindow[];

  availabilityExceptions!: AvailabilityException[];

  guardian!: MaskedGuardian | null;

  home!: HomePoint | null;

  /**
   * How far from home, in kilometres.
   * @example 20
   */
  radiusKm!: number;

  /**
   * At most so many hours in any seven days; null for no limit.
   * @example 8
   */
  hoursPerWeek!: number | null;

  roleWishes!: RoleWish[];

  registeredAt!: Date;

  version!: number;
}
