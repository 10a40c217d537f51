import { DateTime } from 'luxon';

/** A calendar date as `YYYY-MM-DD`, without time or zone. Two of them compare as strings. */
export type CalendarDate = string;

/** A length of time in whole calendar units, exactly one of them. */
export type Span = { days: number } | { weeks: number } | { months: number } | { years: number };

/** True for a date that exists in the calendar, in the years 1000 to 9999. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  return (
    typeof text === 'string' && /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid
  );
}

/**
 * The date one span later. Months and years are calendar months and years: a day the target month does not have becomes
 * its last day (31 August + 6 months = 28 February), so that somebody born on 29 February has a birthday every year.
 * What would lie beyond the year 9999 is its last day: later dates cannot be written.
 */
export function addSpan(date: CalendarDate, span: Span): CalendarDate {
  const later = DateTime.fromISO(date, { zone: 'utc' }).plus(span).toISODate();
  if (later === null) throw new Error(`Not a calendar date: ${date}`);
  return later.length > date.length ? '9999-12-31' : later;
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
