import { describe, expect, it } from '@jest/globals';
import { type Answer, type Donation, preScreen, type PreScreenInput } from './pre-screen.js';
import type { EarlierProduct } from './rule-set.js';
import { cnZj2011 } from './rule-sets/cn-zj-2011.js';

// What rules say together. Each rule alone stands in the tables of apps/donations/test/pre-screen-rules.
function check(answers: Record<string, Answer>, input: Partial<PreScreenInput> = {}) {
  const { outcome, eligibleFrom, reasons } = preScreen(cnZj2011, {
    product: 'whole-blood',
    onDate: '2026-11-23',
    person: { birthDate: '1990-05-05', sex: 'female', weightKg: 55 },
    history: [],
    answers: new Map(Object.entries(answers)),
    ...input,
  });
  return { outcome, eligibleFrom, reasons: reasons.map(({ rule, until }) => [rule.id, until]) };
}

const gave = (product: EarlierProduct, ...dates: (string | null)[]): Donation[] =>
  dates.map((donatedOn) => ({ product, donatedOn }));

const dental: Record<string, Answer> = { 'oral-care': { on: '2026-11-22' } };
const tattoo: Record<string, Answer> = { tattoo: { on: '2026-10-01' } };
const pregnant: Record<string, Answer> = { pregnant: { value: 'yes' } };

describe('pre-screen', () => {
  it('finds nothing against a healthy adult', () => {
    expect(check({})).toEqual({ outcome: 'likely-eligible', eligibleFrom: undefined, reasons: [] });
  });

  it('names the latest day of several', () => {
    const expected = {
      outcome: 'deferred',
      eligibleFrom: '2027-10-01',
      reasons: [
        ['CN-T-DENTAL1', '2026-11-25'],
        ['CN-T-TATTOO', '2027-10-01'],
      ],
    };
    expect(check({ ...dental, ...tattoo })).toEqual(expected);
    expect(check({ ...tattoo, ...dental })).toEqual(expected);
  });

  it('names the latest day of several behind one rule', () => {
    const both: Record<string, Answer> = { ...tattoo, 'contaminated-instrument-injury': { on: '2026-11-01' } };
    expect(check(both)).toMatchObject({ eligibleFrom: '2027-11-01', reasons: [['CN-T-TATTOO', '2027-11-01']] });
  });

  it('names no day for what has none, and keeps the days it can name', () => {
    expect(check(pregnant)).toEqual({
      outcome: 'deferred',
      eligibleFrom: undefined,
      reasons: [['CN-T-PREG', undefined]],
    });
    expect(check({ ...pregnant, ...dental })).toMatchObject({ outcome: 'deferred', eligibleFrom: '2026-11-25' });
  });

  it('lets the stronger outcome decide, and names a day with none but deferred', () => {
    const unsure: Record<string, Answer> = { ...dental, diabetes: { value: 'unknown' } };
    expect(check(unsure)).toMatchObject({ outcome: 'ask-blood-station', eligibleFrom: undefined });
    const carrier: Record<string, Answer> = { ...unsure, 'hepatitis-b-carrier': { value: 'yes' } };
    expect(check(carrier)).toMatchObject({ outcome: 'not-eligible', eligibleFrom: undefined });
    expect(check(carrier).reasons.map(([id]) => id)).toEqual(['CN-T-DENTAL1', 'CN-P-INFECT', 'CN-P-CHRONIC']);
  });

  it('counts a donation whose day is forgotten among the earlier ones', () => {
    const result = check(
      { 'asks-to-donate': { value: 'yes' } },
      {
        person: { birthDate: '1969-06-01', sex: 'female', weightKg: 55 },
        history: gave('whole-blood', '2015-01-01', '2016-01-01', null),
      },
    );
    expect(result.reasons).toEqual([['CN-INT-WW', undefined]]);
  });

  it('asks when a donation of a forgotten day could be the 24th of the year', () => {
    const everyTenDays = Array.from({ length: 23 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 10 + 10 * index)).toISOString().slice(0, 10),
    );
    const rulesFor = (...days: (string | null)[]) =>
      check({}, { product: 'platelets', history: gave('platelets', ...days) }).reasons.map(([id]) => id);
    expect(rulesFor(null, ...everyTenDays)).toEqual(['CN-INT-PP', 'CN-INT-PP.year']);
    expect(rulesFor(null, ...everyTenDays.slice(1))).toEqual(['CN-INT-PP']);
    expect(rulesFor(null, null, ...everyTenDays.slice(1))).toEqual(['CN-INT-PP', 'CN-INT-PP.year']);
  });
});
