import { FieldRule } from '@sanxian/shared/http';
import { IsIn, Matches } from 'class-validator';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const isLaterThanFrom = (to: unknown, given: object): boolean =>
  typeof to === 'string' && 'from' in given && typeof given.from === 'string' && given.from < to;

/** A time of day in Asia/Shanghai. */
export class DailyWindow {
  /**
   * `HH:MM`.
   * @example '08:30'
   */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  from!: string;

  /**
   * `HH:MM`; `24:00` is the end of the day.
   * @example '12:00'
   */
  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  @FieldRule(
    'isLaterThanFrom',
    {
      code: 'is-after',
      'zh-CN': '结束应晚于开始；跨过午夜时请分成两段。',
      en: 'The end comes after the start; a time across midnight takes two entries.',
    },
    isLaterThanFrom,
  )
  to!: string;
}

/** A time of the week in Asia/Shanghai, within one day. */
export class AvailabilityWindow extends DailyWindow {
  /** @example sat */
  @IsIn(weekdays)
  weekday!: Weekday;
}
