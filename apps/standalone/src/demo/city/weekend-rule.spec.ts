import { expect, it } from '@jest/globals';
import { planEvents } from './events.js';
import { type WeekendRule, workdayFor } from './weekend-rule.js';

it.each<[string, WeekendRule, string]>([
  ['2026-12-04', 'monday-after', '2026-12-04'],
  ['2026-12-05', 'monday-after', '2026-12-07'],
  ['2026-12-05', 'friday-before', '2026-12-04'],
  ['2026-12-05', 'stays', '2026-12-05'],
  ['2026-12-20', 'monday-after', '2026-12-21'],
  ['2026-12-20', 'friday-before', '2026-12-18'],
  ['2026-12-20', 'stays', '2026-12-20'],
])('%s under %s becomes %s', (date, rule, expected) => {
  expect(workdayFor(date, rule)).toBe(expected);
});

it.each<[WeekendRule, string[]]>([
  ['monday-after', ['2026-12-07', '2026-12-21']],
  ['friday-before', ['2026-12-04', '2026-12-18']],
  ['stays', ['2026-12-05', '2026-12-20']],
])('under %s the study days of December 2026 are %s', (rule, expected) => {
  const studyDays = planEvents('2026-11-25', rule).filter(({ key }) => key.startsWith('study-day'));
  expect(studyDays.map(({ date }) => date)).toEqual(expected);
});
