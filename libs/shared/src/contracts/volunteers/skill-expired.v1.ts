import { IsBoolean, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** The last day of a volunteer's certificate is over. Said once for each certificate. */
@EventContract({ type: 'volunteers.skill-expired.v1', topic: 'sanxian.volunteers', aggregate: 'granted-skill' })
export class SkillExpired {
  static readonly example: Fields<SkillExpired> = {
    grantedSkillId: '018f2d4e-7c1a-7000-8000-000000000008',
    profileId: '018f2d4e-7c1a-7000-8000-000000000003',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    skill: 'first-aider',
    expiresOn: '2029-11-04',
    renewed: false,
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

  /** The last day it counted, Asia/Shanghai. */
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  expiresOn!: string;

  /** Whether another certificate of the same skill counts on: the volunteer has the skill as before. */
  @IsBoolean()
  renewed!: boolean;
}
