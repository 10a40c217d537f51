import { type CalendarDate, earlier, later, weekdayOf } from './calendar-dates.js';

/** What becomes of a day of the month that falls on a weekend: a setting, since no source says how the society does it. */
export type WeekendRule = 'stays' | 'friday-before' | 'monday-after';

const saturday = 6;
const sunday = 7;

export function workdayFor(date: CalendarDate, rule: WeekendRule): CalendarDate {
  const weekday = weekdayOf(date);
  if (weekday < saturday || rule === 'stays') return date;
  if (rule === 'friday-before') return earlier(date, { days: weekday - saturday + 1 });
  return later(date, { days: sunday - weekday + 1 });
}
