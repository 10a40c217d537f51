import type { CalendarDate } from '../pre-screen/calendar-date.js';

/** Nobody who gave before that day can give again. */
export const earliestDay: CalendarDate = '1950-01-01';

export type ImpossibleDay = 'in-the-future' | 'too-long-ago' | 'before-birth';

/** Why no donation can have been on that day; null when it can. */
export function whyImpossible(
  day: CalendarDate,
  { today, birthDate }: { readonly today: CalendarDate; readonly birthDate: CalendarDate | null },
): ImpossibleDay | null {
  if (day > today) return 'in-the-future';
  if (day < earliestDay) return 'too-long-ago';
  return birthDate !== null && day <= birthDate ? 'before-birth' : null;
}
