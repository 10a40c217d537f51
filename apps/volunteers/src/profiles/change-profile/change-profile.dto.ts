import { IsAreaCode } from '@sanxian/shared/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { IfGiven } from '../../fields/if-given.js';
import { type SkillCode, skillCodes } from '../../skills/skill-catalogue.js';
import { AreLanguages } from '../are-languages.js';
import { AvailabilityWindow } from '../availability.dto.js';
import { Guardian } from '../guardian.dto.js';
import { VolunteerWishes } from '../wishes.dto.js';

/** Only what is given changes. */
export class ChangeVolunteerProfileRequest extends VolunteerWishes {
  /**
   * Codes of the skill catalogue; replaces all.
   * @example ['first-aider']
   */
  @IfGiven()
  @IsArray()
  @ArrayUnique()
  @IsIn(skillCodes, { each: true })
  skills?: SkillCode[];

  /** @example ['zh', 'en'] */
  @IfGiven()
  @AreLanguages()
  languages?: string[];

  @IfGiven()
  @IsAreaCode()
  area?: string;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AvailabilityWindow)
  availability?: AvailabilityWindow[];

  /** Null takes the name and number back. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Guardian)
  guardian?: Guardian | null;
}
