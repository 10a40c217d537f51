import { DateTime } from 'luxon';

/** A calendar date as `YYYY-MM-DD`, without time or zone. Two of them compare as strings. */
export type CalendarDate = string;

/** A length of time in whole calendar units, exactly one of them. */
export type Span = { days: number } | { weeks: number } | { months: number } | { years: number };

/** The last date taken in: every rule may still add its years to it and stay within four digits. */
export const latestCalendarDate: CalendarDate = '9900-12-31';

/** True for a date that exists in the calendar, from year 1 to `latestCalendarDate`. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  return (
    typeof text === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    text >= '0001-01-01' &&
    text <= latestCalendarDate &&
    DateTime.fromISO(text, { zone: 'utc' }).isValid
  );
}

/**
 * The date one span later. Months and years are calendar months and years: a day the target month does not have becomes
 * its last day (31 August + 6 months = 28 February), so that somebody born on 29 February has a birthday every year.
 */
export function addSpan(date: CalendarDate, span: Span): CalendarDate {
  const later = DateTime.fromISO(date, { zone: 'utc' }).plus(span).toISODate();
  if (later === null) throw new Error(`Not a calendar date: ${date}`);
  return later;
}

/** The birthday on which somebody completes so many years of age. */
export function birthday(birthDate: CalendarDate, years: number): CalendarDate {
  return addSpan(birthDate, { years });
}

export function latest(dates: readonly CalendarDate[]): CalendarDate | undefined {
  return dates.reduce<CalendarDate | undefined>(
    (max, date) => (max === undefined || date > max ? date : max),
    undefined,
  );
}
