import { IsCalendarDate, TrimmedText } from '@sanxian/shared/http';
import { IsIn } from 'class-validator';
import { IfGiven } from '../../fields/if-given.js';
import { IsNotBefore } from '../../fields/is-not-before.js';
import { type SkillCode, skillCodes } from '../skill-catalogue.js';

export class GrantSkillRequest {
  /** A code of the skill catalogue, those by appointment too. */
  @IsIn(skillCodes)
  skill!: SkillCode;

  /** Not after today. */
  @IsCalendarDate()
  issuedOn!: string;

  /** The last day it counts. Left out, a first aider's certificate counts for three years, and others do not end. */
  @IfGiven()
  @IsCalendarDate()
  @IsNotBefore('issuedOn')
  expiresOn?: string;

  /** Kept encrypted. */
  @IfGiven()
  @TrimmedText(1, 50)
  certificateNumber?: string;
}
