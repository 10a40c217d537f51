import { DateTime, FixedOffsetZone, type DurationLikeObject } from 'luxon';

/** `YYYY-MM-DD` in Asia/Shanghai. Two of them compare as strings. */
export type CalendarDate = string;

const lishui = FixedOffsetZone.instance(8 * 60);

/** Calendar months and years, clamped to the last day of a shorter month. */
export function later(date: CalendarDate, span: DurationLikeObject): CalendarDate {
  return written(day(date).plus(span));
}

export function earlier(date: CalendarDate, span: DurationLikeObject): CalendarDate {
  return written(day(date).minus(span));
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return day(date).weekday;
}

export function yearsBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.floor(day(to).diff(day(from), 'years').years);
}

/** The first date from `date` on, itself included, that is what is asked for. */
export function firstFrom(date: CalendarDate, isWanted: (date: CalendarDate) => boolean): CalendarDate {
  let found = date;
  while (!isWanted(found)) found = later(found, { days: 1 });
  return found;
}

/** The instant of an hour of a day in Lishui; 13.5 is half past one. */
export function instantAt(date: CalendarDate, hour: number): string {
  return day(date)
    .plus({ minutes: hour * 60 })
    .toJSDate()
    .toISOString();
}

export function dateOf(instant: Date): CalendarDate {
  return written(DateTime.fromJSDate(instant, { zone: lishui }));
}

function day(date: CalendarDate): DateTime {
  return DateTime.fromISO(date, { zone: lishui });
}

function written(time: DateTime): CalendarDate {
  const date = time.toISODate();
  if (date === null) throw new Error('Not a calendar date');
  return date;
}
