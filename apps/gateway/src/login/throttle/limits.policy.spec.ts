import { describe, expect, it } from '@jest/globals';
import { codesPerPhone, secondsToWait } from './limits.policy.js';

const start = Date.parse('2026-11-23T00:00:00.000Z');
const minutes = (count: number): number => start + count * 60_000;

describe('secondsToWait', () => {
  it.each([
    ['nothing earlier', [], start, 0],
    ['one a moment ago', [start], start, 60],
    ['one 59.999 s ago', [start], start + 59_999, 1],
    ['one exactly a minute ago', [start], start + 60_000, 0],
    ['five within the hour', [0, 2, 4, 6, 8].map(minutes), minutes(10), 3000],
    ['the first of five an hour ago', [0, 2, 4, 6, 8].map(minutes), minutes(60), 0],
    ['ten within the day', Array.from({ length: 10 }, (_, index) => minutes(index * 60)), minutes(601), 50_340],
  ])('%s', (_name, earlier, now, expected) => {
    expect(secondsToWait(earlier, codesPerPhone, now)).toBe(expected);
  });

  it('takes the longest wait of several limits, whatever the order of the past', () => {
    const past = [8, 0, 6, 2, 4].map(minutes);
    expect(secondsToWait(past, codesPerPhone, minutes(8))).toBe(52 * 60);
  });
});
