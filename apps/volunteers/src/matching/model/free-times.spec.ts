import { describe, expect, it } from '@jest/globals';
import { freeTimes } from './free-times.js';

type Week = Parameters<typeof freeTimes>[0];

// 5 December 2026 is a Saturday.
const from = new Date('2026-12-05T00:00:00+08:00');
const to = new Date('2026-12-06T12:00:00+08:00');
const shown = (minute: number): string => new Date((minute + 480) * 60_000).toISOString().slice(5, 16);
const times = (week: Partial<Week>) =>
  freeTimes({ availability: [], exceptions: [], ...week }, from, to)
    .filter(([, end]) => end > from.getTime() / 60_000)
    .map((time) => time.map(shown).join(' – '));

describe('free times', () => {
  it.each<[string, Partial<Week>, string[]]>([
    ['nothing said', {}, []],
    [
      'a day of the week',
      { availability: [{ weekday: 'sat', from: '08:30', to: '12:00' }] },
      ['12-05T08:30 – 12-05T12:00'],
    ],
    [
      'across midnight, as one',
      {
        availability: [
          { weekday: 'sat', from: '20:00', to: '24:00' },
          { weekday: 'sun', from: '00:00', to: '06:00' },
        ],
      },
      ['12-05T20:00 – 12-06T06:00'],
    ],
    [
      'what begins on the day before',
      {
        availability: [
          { weekday: 'fri', from: '22:00', to: '24:00' },
          { weekday: 'sat', from: '00:00', to: '02:00' },
        ],
      },
      ['12-04T22:00 – 12-05T02:00'],
    ],
    [
      'a day away',
      {
        availability: [{ weekday: 'sat', from: '08:00', to: '12:00' }],
        exceptions: [{ date: '2026-12-05', windows: [] }],
      },
      [],
    ],
    [
      'a day unlike the usual',
      {
        availability: [{ weekday: 'sat', from: '08:00', to: '12:00' }],
        exceptions: [{ date: '2026-12-05', windows: [{ from: '18:00', to: '21:00' }] }],
      },
      ['12-05T18:00 – 12-05T21:00'],
    ],
  ])('%s', (_, week, expected) => {
    expect(times(week)).toEqual(expected);
  });
});
