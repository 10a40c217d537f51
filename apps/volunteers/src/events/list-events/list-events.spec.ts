import { describe, expect, it } from '@jest/globals';
import { areaPrefix } from './area-prefix.policy.js';
import { periodEnd, periodStart } from './period.policy.js';

describe('the area of a list', () => {
  it.each([
    ['330000', '33'],
    ['331100', '3311'],
    ['331000', '3310'],
    ['331102', '331102'],
    ['331120', '331120'],
    ['331102103', '331102103'],
    ['331102100', '331102100'],
    ['331102000', '331102'],
    ['331100000', '3311'],
  ])('%s holds what begins with %s', (area, prefix) => {
    expect(areaPrefix(area)).toBe(prefix);
  });
});

describe('the period of a list', () => {
  it('takes a date as the day in Shanghai', () => {
    expect(periodStart('2026-12-05').toISOString()).toBe('2026-12-04T16:00:00.000Z');
    expect(periodEnd('2026-12-05').toISOString()).toBe('2026-12-05T16:00:00.000Z');
  });

  it('takes an instant as it is', () => {
    expect(periodStart('2026-12-05T09:00:00+08:00').toISOString()).toBe('2026-12-05T01:00:00.000Z');
    expect(periodEnd('2026-12-05T01:00:00Z').toISOString()).toBe('2026-12-05T01:00:00.000Z');
  });
});
