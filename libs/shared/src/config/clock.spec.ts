import { expect, it } from '@jest/globals';
import { FakeClock } from '../testing/fake-clock.js';
import { newId } from './new-id.js';
import { todayInShanghai } from './clock.js';

it.each([
  ['2026-11-23T15:59:59.999Z', '2026-11-23'],
  ['2026-11-23T16:00:00.000Z', '2026-11-24'],
  ['2027-12-31T16:00:00.000Z', '2028-01-01'],
  ['2028-02-28T16:00:00.000Z', '2028-02-29'],
])('at %s it is %s in Shanghai', (instant, date) => {
  expect(todayInShanghai(new FakeClock(instant))).toBe(date);
});

it('makes ids that sort by creation', () => {
  const ids = Array.from({ length: 10_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
