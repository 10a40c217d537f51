import { describe, expect, it } from '@jest/globals';
import { addSpan } from '../../blood/pre-screen/calendar-date.js';
import { firstObstacle, type StemCellRegistration } from './may-register.policy.js';

const welcome: StemCellRegistration = {
  grantedText: '2026-11',
  consentTextVersion: '2026-11',
  birthDate: '1994-03-07',
  today: '2026-11-23',
  hasOpenIntent: false,
};

const onDay = (birthDate: string, today: string, days: number) =>
  firstObstacle({ ...welcome, birthDate, today: addSpan(today, { days }) });

describe('joining the stem cell registry', () => {
  it('is open to an adult who agreed to the text', () => expect(firstObstacle(welcome)).toBeNull());

  it.each<[string, Partial<StemCellRegistration>]>([
    ['consent-missing', { grantedText: null }],
    ['consent-text-outdated', { consentTextVersion: '2025-01' }],
    ['consent-text-outdated', { consentTextVersion: '' }],
    ['already-registered', { hasOpenIntent: true }],
    ['birth-date-missing', { birthDate: null }],
    ['under-age', { birthDate: '2010-01-01' }],
    ['over-age', { birthDate: '1970-01-01' }],
  ])('says %s', (code, change) => expect(firstObstacle({ ...welcome, ...change })).toBe(code));

  it('names the consent first, and the age last', () => {
    const nothingFits = { grantedText: null, birthDate: '1970-01-01', hasOpenIntent: true };
    expect(firstObstacle({ ...welcome, ...nothingFits })).toBe('consent-missing');
    expect(firstObstacle({ ...welcome, ...nothingFits, grantedText: '2026-11' })).toBe('already-registered');
  });

  it.each([
    ['2008-11-23', '2026-11-23'],
    ['2008-02-29', '2026-02-28'],
    ['2006-03-01', '2024-03-01'],
    ['2006-02-28', '2024-02-28'],
  ])('born %s opens on %s', (birthDate, eighteenth) => {
    expect([-1, 0, 1].map((days) => onDay(birthDate, eighteenth, days))).toEqual(['under-age', null, null]);
  });

  it.each([
    ['1980-11-23', '2026-11-23'],
    ['1980-02-29', '2026-02-28'],
    ['1984-03-01', '2030-03-01'],
  ])('born %s closes on %s', (birthDate, fortySixth) => {
    expect([-1, 0, 1].map((days) => onDay(birthDate, fortySixth, days))).toEqual([null, 'over-age', 'over-age']);
  });
});
