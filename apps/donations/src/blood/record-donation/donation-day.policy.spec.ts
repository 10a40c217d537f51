import { describe, expect, it } from '@jest/globals';
import { whyImpossible } from './donation-day.policy.js';

describe('the day of a donation', () => {
  const today = '2026-11-25';

  it.each([
    ['2026-11-25', '1990-05-05', null],
    ['2026-11-26', '1990-05-05', 'in-the-future'],
    ['9999-12-31', null, 'in-the-future'],
    ['1950-01-01', null, null],
    ['1949-12-31', null, 'too-long-ago'],
    ['1990-05-06', '1990-05-05', null],
    ['1990-05-05', '1990-05-05', 'before-birth'],
    ['1989-12-31', '1990-05-05', 'before-birth'],
    ['1989-12-31', null, null],
  ])('%s of somebody born on %s: %s', (day, birthDate, expected) => {
    expect(whyImpossible(day, { today, birthDate })).toBe(expected);
  });
});
