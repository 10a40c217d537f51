import { TrimmedText } from '@sanxian/shared/http';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import { IfGiven } from '../../fields/if-given.js';
import { IsAfter } from '../../fields/is-after.js';
import { IsPlannedTime } from '../../fields/is-planned-time.js';
import { type EventKind, eventKinds, type EventRisk, eventRisks, longestEventDays } from '../event-kinds.js';
import { EventPlace } from '../place.dto.js';
import { EventStaffing } from '../staffing.dto.js';

const changesTimes = ({ startsAt, endsAt }: ChangeVolunteerEventRequest): boolean =>
  startsAt !== undefined || endsAt !== undefined;

/** Only what is given changes; a place is replaced as a whole. */
export class ChangeVolunteerEventRequest extends EventStaffing {
  /** @example 急救知识进社区 */
  @IfGiven()
  @TrimmedText(1, 100)
  title?: string;

  /** @example first-aid-course */
  @IfGiven()
  @IsIn(eventKinds)
  kind?: EventKind;

  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => EventPlace)
  place?: EventPlace;

  /** Start and end change together. */
  @ValidateIf(changesTimes)
  @IsPlannedTime()
  startsAt?: string;

  @ValidateIf(changesTimes)
  @IsPlannedTime()
  @IsAfter('startsAt', longestEventDays)
  endsAt?: string;

  /** @example low */
  @IfGiven()
  @IsIn(eventRisks)
  risk?: EventRisk;

  /** @example 讲解并练习心肺复苏。 */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;
}
