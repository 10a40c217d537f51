import { describe, expect, it } from '@jest/globals';
import { hasCompletedYears } from './age.policy.js';
import { addSpan } from './blood/pre-screen/calendar-date.js';

describe('completed years of age', () => {
  it.each([
    ['2008-11-23', 18, '2026-11-23'],
    ['2008-02-29', 18, '2026-02-28'],
    ['2006-02-28', 18, '2024-02-28'],
    ['2006-03-01', 18, '2024-03-01'],
    ['2008-12-31', 18, '2026-12-31'],
    ['1980-11-23', 46, '2026-11-23'],
    ['1980-02-29', 46, '2026-02-28'],
    ['1976-02-29', 48, '2024-02-29'],
  ])('born %s, %d years are complete on %s', (birthDate, years, onDate) => {
    expect(hasCompletedYears(birthDate, years, addSpan(onDate, { days: -1 }))).toBe(false);
    expect(hasCompletedYears(birthDate, years, onDate)).toBe(true);
    expect(hasCompletedYears(birthDate, years, addSpan(onDate, { days: 1 }))).toBe(true);
  });
});
