import type { SkillCode } from '../skills/skill-catalogue.js';
import type { AvailabilityWindow } from './availability.dto.js';

export class MaskedGuardian {
  /** Its first character. */
  name!: string;

  /** First three and last four digits. */
  phone!: string;
}

export class VolunteerProfileResponse {
  id!: string;

  personId!: string;

  skills!: SkillCode[];

  languages!: string[];

  area!: string;

  availability!: AvailabilityWindow[];

  guardian!: MaskedGuardian | null;

  registeredAt!: Date;

  version!: number;
}
