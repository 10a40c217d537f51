import { type CalendarDate, earlier, later } from './calendar-dates.js';

export interface Certificate {
  readonly issuedOn: CalendarDate;
  readonly expiresOn: CalendarDate;
}

/** 救护员证 and the like are valid for three years. */
const validity = { years: 3 };

/** @param expiresOn 29 February becomes the day before: three years earlier there was none */
export function certificateUntil(expiresOn: CalendarDate): Certificate {
  return certificateFrom(earlier(expiresOn, validity));
}

export function certificateFrom(issuedOn: CalendarDate): Certificate {
  return { issuedOn, expiresOn: later(issuedOn, validity) };
}
