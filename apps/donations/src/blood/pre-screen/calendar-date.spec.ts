import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addSpan, isCalendarDate, type Span } from './calendar-date.js';

const dates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('calendar dates', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '20260401',
    '2026-04-01T00:00:00Z',
    '0999-12-31',
    '10000-01-01',
    '٢٠٢٦-٠١-٠١',
    '',
    null,
    20260401,
  ])('does not take %p', (text) => expect(isCalendarDate(text)).toBe(false));

  it('takes every day of the calendar', () => {
    fc.assert(fc.property(dates, (date) => isCalendarDate(date)));
    expect(isCalendarDate('2024-02-29')).toBe(true);
    expect(isCalendarDate('1000-01-01')).toBe(true);
    expect(addSpan('9999-06-01', { years: 18 })).toBe('9999-12-31');
  });

  it('adds days and weeks as a walk from day to day does', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 400 }), (date, days) => {
        expect(addSpan(date, { days })).toBe(walkDays(date, days));
        expect(addSpan(date, { weeks: days })).toBe(walkDays(date, days * 7));
      }),
      { numRuns: 60 },
    );
  });

  it('adds months and years as a walk from day to day does', () => {
    const spans = fc.oneof(
      fc.integer({ min: 1, max: 40 }).map((months): [Span, number] => [{ months }, months]),
      fc.integer({ min: 1, max: 61 }).map((years): [Span, number] => [{ years }, years * 12]),
    );
    fc.assert(
      fc.property(dates, spans, (date, [span, months]) => {
        expect(addSpan(date, span)).toBe(walkMonths(date, months));
      }),
      { numRuns: 60 },
    );
  });
});

/** The slow oracle: one civil day after the other, by the rule book of the Gregorian calendar. */
function nextDay(date: string): string {
  const [year, month, day] = parts(date);
  if (day < daysInMonth(year, month)) return dateOf(year, month, day + 1);
  return month < 12 ? dateOf(year, month + 1, 1) : dateOf(year + 1, 1, 1);
}

function walkDays(date: string, days: number): string {
  return Array.from({ length: days }).reduce<string>((day) => nextDay(day), date);
}

/** Walks until so many months have begun, then to the same day of the month or the last one there is. */
function walkMonths(date: string, months: number): string {
  const [, , wanted] = parts(date);
  let begun = 0;
  let day = date;
  while (begun < months) {
    day = nextDay(day);
    if (day.endsWith('-01')) begun += 1;
  }
  while (parts(day)[2] < wanted && nextDay(day).slice(0, 7) === day.slice(0, 7)) day = nextDay(day);
  return day;
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function parts(date: string): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function dateOf(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
