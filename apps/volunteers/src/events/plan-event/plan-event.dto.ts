import { TrimmedText } from '@sanxian/shared/http';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { IsAfter } from '../../fields/is-after.js';
import { IsPlannedTime } from '../../fields/is-planned-time.js';
import { type EventKind, eventKinds, type EventRisk, eventRisks, longestEventDays } from '../event-kinds.js';
import { EventPlace } from '../place.dto.js';
import { EventStaffing } from '../staffing.dto.js';

export class PlanVolunteerEventRequest extends EventStaffing {
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
}
