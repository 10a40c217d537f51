import { TrimmedText } from '@sanxian/shared/http';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsAfter } from '../../fields/is-after.js';
import { IsPlannedTime } from '../../fields/is-planned-time.js';
import { AreLanguages } from '../../profiles/are-languages.js';
import { type EventKind, eventKinds, type EventRisk, eventRisks, longestEventDays } from '../event-kinds.js';
import { EventPlace } from '../place.dto.js';

export class PlanVolunteerEventRequest {
  /** @example 急救知识进社区 */
  @TrimmedText(1, 100)
  title!: string;

  /** @example first-aid-course */
  @IsIn(eventKinds)
  kind!: EventKind;

  @IsObject()
  @ValidateNested()
  @Type(() => EventPlace)
  place!: EventPlace;

  @IsPlannedTime()
  startsAt!: string;

  /** At most 92 days after the start. */
  @IsPlannedTime()
  @IsAfter('startsAt', longestEventDays)
  endsAt!: string;

  /**
   * Volunteers are told before they sign up.
   * @example low
   */
  @IsIn(eventRisks)
  risk!: EventRisk;

  /** One of the coordinator's branches. */
  @IsUUID()
  branchId!: string;

  /** @example 讲解并练习心肺复苏。 */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  /**
   * Accident cover for those who help, insurer and policy number; a high risk takes nobody before it is there.
   * @example 人保财险 PEAC202633110000
   */
  @IsOptional()
  @TrimmedText(1, 100)
  insurance?: string | null;

  /**
   * How much a filled seat counts when seats compete for people, 1 to 9.
   * @example 1
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  priority?: number | null;

  /**
   * Whoever speaks one of them is welcome; none for any.
   * @example ['zh', 'shx']
   */
  @IsOptional()
  @AreLanguages()
  languages?: string[] | null;
}
