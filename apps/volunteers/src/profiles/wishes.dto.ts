import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven } from '../fields/if-given.js';
import { AvailabilityException } from './availability-exception.dto.js';
import { HomePoint } from './home.dto.js';
import { RoleWish } from './role-wish.dto.js';

/** Where, how much and what a volunteer would like, beside the usual week; only what is given counts. */
export class VolunteerWishes {
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
