import { IsAreaCode } from '@sanxian/shared/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { IfGiven } from '../../fields/if-given.js';
import { type SkillCode, skillCodes } from '../../skills/skill-catalogue.js';
import { AvailabilityWindow } from '../availability.dto.js';
import { Guardian } from '../guardian.dto.js';
import { VolunteerWishes } from '../wishes.dto.js';
import { AreLanguages } from '../are-languages.js';

export class CreateVolunteerProfileRequest extends VolunteerWishes {
  /**
   * Codes of the skill catalogue.
   * @example ['first-aider']
   */
  @IsArray()
  @ArrayUnique()
  @IsIn(skillCodes, { each: true })
  skills!: SkillCode[];

  /**
   * Language tags: `zh`, `en`, `shx`.
   * @example ['zh', 'en']
   */
  @AreLanguages()
  languages!: string[];

  /** Where the volunteer lives or likes to help. */
  @IsAreaCode()
  area!: string;

  /** The usual week. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AvailabilityWindow)
  availability?: AvailabilityWindow[];

  /** Who answers for the volunteer and agrees that they help: needed under 18. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Guardian)
  guardian?: Guardian | null;
}
