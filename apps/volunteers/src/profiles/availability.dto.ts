import { IsIn, Matches, ValidateBy, type ValidationArguments } from 'class-validator';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const isLaterThanFrom = ({ object }: ValidationArguments, to: unknown): boolean =>
  typeof to === 'string' && 'from' in object && typeof object.from === 'string' && object.from < to;

/** A time of the week in Asia/Shanghai, within one day. */
export class AvailabilityWindow {
  /** @example sat */
  @IsIn(weekdays)
  weekday!: Weekday;

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
  @ValidateBy(
    {
      name: 'isLaterThanFrom',
      validator: { validate: (to, given?: ValidationArguments) => given !== undefined && isLaterThanFrom(given, to) },
    },
    {
      context: {
        code: 'is-after',
        'zh-CN': '结束应晚于开始；跨过午夜时请分成两段。',
        en: 'The end comes after the start; a time across midnight takes two entries.',
      },
    },
  )
  to!: string;
}
