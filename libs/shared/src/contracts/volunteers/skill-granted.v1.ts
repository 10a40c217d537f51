import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** The society vouches for a skill of a volunteer: a certificate that was passed, or an appointment. */
@EventContract({ type: 'volunteers.skill-granted.v1', topic: 'sanxian.volunteers', aggregate: 'granted-skill' })
export class SkillGranted {
  static readonly example: Fields<SkillGranted> = {
    grantedSkillId: '018f2d4e-7c1a-7000-8000-000000000008',
    profileId: '018f2d4e-7c1a-7000-8000-000000000003',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    skill: 'first-aider',
    issuedOn: '2026-11-04',
    expiresOn: '2029-11-04',
  };

  @IsUUID()
  grantedSkillId!: string;

  @IsUUID()
  profileId!: string;

  @IsUUID()
  personId!: string;

  /** A code of the skill catalogue. */
  @IsString()
  @MaxLength(40)
  skill!: string;

  /** Calendar date, Asia/Shanghai. */
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  issuedOn!: string;

  /** The last day it counts; absent when it never ends. */
  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  expiresOn?: string;
}
