import type { SkillCode } from '../skills/skill-catalogue.js';
import type { AvailabilityWindow } from './availability.dto.js';

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

export class VolunteerProfileResponse {
  id!: string;

  personId!: string;

  /** @example ['first-aider'] */
  skills!: SkillCode[];

  /** @example ['zh', 'en'] */
  languages!: string[];

  /** @example '331102' */
  area!: string;

  availability!: AvailabilityWindow[];

  guardian!: MaskedGuardian | null;

  registeredAt!: Date;

  version!: number;
}
