import { IsAreaCode } from '@sanxian/shared/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven } from '../../fields/if-given.js';
import { type SkillCode, skillCodes } from '../../skills/skill-catalogue.js';
import { AvailabilityException } from '../availability-exception.dto.js';
import { AvailabilityWindow } from '../availability.dto.js';
import { Guardian } from '../guardian.dto.js';
import { HomePoint } from '../home.dto.js';
import { RoleWish } from '../role-wish.dto.js';
import { AreLanguages } from '../are-languages.js';

export class CreateVolunteerProfileRequest {
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

  /**
   * Days that are unlike the usual week, each once.
   * @example []
   */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique(({ date }: AvailabilityException) => date)
  @ValidateNested({ each: true })
  @Type(() => AvailabilityException)
  availabilityExceptions?: AvailabilityException[];

  /** Null takes it back. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => HomePoint)
  home?: HomePoint | null;

  /**
   * How far from there, in kilometres; 20 unless told.
   * @example 20
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500)
  radiusKm?: number | null;

  /**
   * At most so many hours in any seven days; null for no limit.
   * @example 8
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  hoursPerWeek?: number | null;

  /**
   * Each role once; replaces all.
   * @example []
   */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique(({ role }: RoleWish) => role)
  @ValidateNested({ each: true })
  @Type(() => RoleWish)
  roleWishes?: RoleWish[];
}
