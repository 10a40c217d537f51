import { FieldRule, IsAreaCode, isCalendarDate, isInstant, ListQuery } from '@sanxian/shared/http';
import { IsIn, IsOptional } from 'class-validator';
import { type EventKind, eventKinds } from '../event-kinds.js';
import type { VolunteerEventSummary } from '../volunteer-event.dto.js';

/** Years in which events can lie. */
const isNearby = (value: string): boolean => value >= '2000' && value < '2100';

const IsDateOrInstant = (): PropertyDecorator =>
  FieldRule(
    'isDateOrInstant',
    {
      code: 'is-date-or-instant',
      'zh-CN': '请填写日期（2026-12-05）或带时区的时间，年份在 2000 至 2099 之间。',
      en: 'Please give a date (2026-12-05), or a time with its zone, in the years 2000 to 2099.',
    },
    (value) => (isCalendarDate(value) || isInstant(value)) && isNearby(value),
  );

export class VolunteerEventsQuery extends ListQuery {
  /** Events that end after this instant, or on this day (Asia/Shanghai) or later. */
  @IsOptional()
  @IsDateOrInstant()
  from?: string;

  /** Events that begin before this instant, or on this day (Asia/Shanghai) or earlier. */
  @IsOptional()
  @IsDateOrInstant()
  to?: string;

  /** An area and all within it: `331100` holds `331102` and `331102103`. */
  @IsOptional()
  @IsAreaCode()
  area?: string;

  @IsOptional()
  @IsIn(eventKinds)
  kind?: EventKind;
}

export class VolunteerEventPage {
  items!: VolunteerEventSummary[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
