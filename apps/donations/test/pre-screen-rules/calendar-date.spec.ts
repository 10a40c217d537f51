import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addSpan, isCalendarDate, type Span } from '../../src/blood/pre-screen/calendar-date.js';
import { walkDays, walkMonths } from './slow-calendar.js';

const dates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
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
