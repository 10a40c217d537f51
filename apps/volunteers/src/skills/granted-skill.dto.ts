import type { SkillCode } from './skill-catalogue.js';

export class GrantedSkillResponse {
  id!: string;

  profileId!: string;

  personId!: string;

  skill!: SkillCode;

  /** @example 2026-11-04 */
  issuedOn!: string;

  /**
   * The last day it counts; null when it never ends.
   * @example 2029-11-04
   */
  expiresOn!: string | null;

  /**
   * Its last four characters.
   * @example ****0231
   */
  certificateNumber!: string | null;

  grantedAt!: Date;

  version!: number;
}
