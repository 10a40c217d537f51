import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addSpan, type CalendarDate } from './calendar-date.js';
import { eligibleAgainFrom, type KnownDonor, type NextEligible, nextEligible } from './next-eligible.js';
import { type Donation, preScreen } from './pre-screen.js';
import type { BloodProduct, DonatedProduct, Rule, RuleSet } from './rule-set.js';
import { cnZj2011 } from './rule-sets/cn-zj-2011.js';
import { uk } from './rule-sets/uk.js';

const from = '2026-11-25';
const adult = { birthDate: '1990-05-05', sex: 'female' } as const;
const gave = (product: DonatedProduct, ...days: CalendarDate[]): Donation[] =>
  days.map((donatedOn) => ({ product, donatedOn }));

function next(product: BloodProduct, donor: Partial<KnownDonor>, ruleSet: RuleSet = cnZj2011): NextEligible {
  return nextEligible(ruleSet, product, { history: [], ...adult, ...donor }, from);
}

const seen = ({ outcome, eligibleFrom, reasons }: NextEligible) => ({
  outcome,
  eligibleFrom,
  rules: reasons.map(({ rule }) => rule.id),
});

describe('when somebody may give again', () => {
  it.each<[string, BloodProduct, Donation[], string, CalendarDate | null, string[]]>([
    ['has never given', 'whole-blood', [], 'likely-eligible', from, []],
    ['gave long ago', 'whole-blood', gave('whole-blood', '2025-01-01'), 'likely-eligible', from, []],
    ['gave whole blood', 'whole-blood', gave('whole-blood', '2026-08-31'), 'deferred', '2027-02-28', ['CN-INT-WW']],
    ['is due today', 'whole-blood', gave('whole-blood', '2026-05-25'), 'likely-eligible', from, []],
    ['is due tomorrow', 'whole-blood', gave('whole-blood', '2026-05-26'), 'deferred', '2026-11-26', ['CN-INT-WW']],
    ['gave whole blood', 'platelets', gave('whole-blood', '2026-08-31'), 'deferred', '2026-11-30', ['CN-INT-WP']],
    ['gave platelets', 'whole-blood', gave('platelets', '2026-11-20'), 'deferred', '2026-12-18', ['CN-INT-PW']],
    ['gave platelets', 'platelets', gave('platelets', '2026-11-20'), 'deferred', '2026-12-04', ['CN-INT-PP']],
    [
      'gave both',
      'whole-blood',
      [...gave('platelets', '2026-11-20'), ...gave('whole-blood', '2026-06-30')],
      'deferred',
      '2026-12-30',
      ['CN-INT-WW', 'CN-INT-PW'],
    ],
    ['gave plasma', 'whole-blood', gave('plasma', '2020-01-01'), 'ask-blood-station', null, ['CN-INT-PLASMA']],
    [
      'gave platelets 24 times a year',
      'platelets',
      gave('platelets', ...Array.from({ length: 24 }, (_, index) => addSpan('2026-01-01', { days: 14 * index }))),
      'deferred',
      '2027-01-01',
      ['CN-INT-PP', 'CN-INT-PP.year'],
    ],
  ])('%s, for %s', (_, product, history, outcome, eligibleFrom, rules) => {
    expect(seen(next(product, { history }))).toEqual({ outcome, eligibleFrom, rules });
  });

  it.each<[string, CalendarDate, Donation[], string, CalendarDate | null, string[]]>([
    ['is 17', '2009-01-10', [], 'deferred', '2027-01-10', ['CN-AGE-MIN']],
    ['is 60 to the last day', '1965-11-26', [], 'ask-blood-station', null, ['CN-AGE-EXT']],
    ['is 61', '1965-11-25', [], 'not-eligible', null, ['CN-AGE-MAX']],
    // Their records may be incomplete, and whether they wish to go on was not asked.
    [
      'is 57 with one record',
      '1969-06-01',
      gave('whole-blood', '2020-08-01'),
      'ask-blood-station',
      null,
      ['CN-AGE-EXT'],
    ],
    [
      'will be 56 by then',
      '1971-01-01',
      gave('whole-blood', '2026-08-01'),
      'ask-blood-station',
      null,
      ['CN-INT-WW', 'CN-AGE-EXT'],
    ],
  ])('%s', (_, birthDate, history, outcome, eligibleFrom, rules) => {
    const result = seen(next('whole-blood', { birthDate, history }));
    expect({ ...result, rules: result.rules.toSorted() }).toEqual({ outcome, eligibleFrom, rules: rules.toSorted() });
  });

  it('leaves out the rules on what is not known, and asks nothing', () => {
    const bySex: Rule = {
      id: 'XX-INT-WW',
      kind: 'interval',
      after: 'whole-blood',
      wait: { male: { weeks: 12 }, female: { weeks: 16 } },
      text: { 'zh-CN': '间隔', en: 'Interval' },
      source: { 'zh-CN': '来源', en: 'Source' },
    };
    const ruleSet = { ...cnZj2011, rules: [...cnZj2011.rules.filter(({ kind }) => kind !== 'interval'), bySex] };
    const history = gave('whole-blood', '2026-11-01');
    const waits = (donor: Partial<KnownDonor>) => next('whole-blood', { history, ...donor }, ruleSet).eligibleFrom;
    expect(waits({ sex: 'male' })).toBe('2027-01-24');
    expect(waits({ sex: 'female' })).toBe('2027-02-21');
    expect(waits({ sex: null })).toBe(from);
    expect(waits({ sex: null, birthDate: null })).toBe(from);
    expect(waits({ sex: 'male', birthDate: '2009-02-01' })).toBe('2027-02-01');
    expect(waits({ sex: 'male', birthDate: null })).toBe('2027-01-24');
  });

  it('leaves out a limit by sex when the sex is not known', () => {
    const history = gave('whole-blood', '2026-01-10', '2026-03-20', '2026-07-01');
    const asked = (sex: 'male' | 'female' | null) => seen(next('whole-blood', { history, sex }, uk));
    expect(asked('female')).toMatchObject({ outcome: 'deferred', rules: ['UK-INT-WW.year'] });
    expect(asked('male')).toMatchObject({ outcome: 'likely-eligible', rules: [] });
    expect(asked(null)).toMatchObject({ outcome: 'likely-eligible', rules: [] });
  });

  it('names a day that the whole pre-screen finds nothing against in a healthy donor, and no earlier one', () => {
    const product = fc.constantFrom('whole-blood' as const, 'platelets' as const);
    const day = fc.integer({ min: 0, max: 800 }).map((ago) => addSpan(from, { days: -ago }));
    const given = fc.record({
      product,
      donor: fc.record({
        history: fc.array(fc.record({ product, donatedOn: day }), { maxLength: 40 }),
        birthDate: fc.integer({ min: 16 * 366, max: 54 * 365 }).map((ago) => addSpan(from, { days: -ago })),
        sex: fc.constantFrom('male' as const, 'female' as const),
      }),
    });
    fc.assert(
      fc.property(given, ({ product: wanted, donor: { history, birthDate, sex } }) => {
        const { eligibleFrom } = nextEligible(cnZj2011, wanted, { history, birthDate, sex }, from);
        const person = { birthDate, sex, weightKg: 80 };
        const on = (onDate: CalendarDate) =>
          preScreen(cnZj2011, { product: wanted, onDate, person, history, answers: new Map() }).outcome;
        expect(eligibleFrom).not.toBeNull();
        expect(on(eligibleFrom ?? '')).toBe('likely-eligible');
        if (eligibleFrom !== from) expect(on(addSpan(eligibleFrom ?? '', { days: -1 }))).toBe('deferred');
      }),
      { numRuns: 100 },
    );
  });
});

describe('the day from which somebody may give again', () => {
  const again = (product: BloodProduct, history: Donation[], ruleSet: RuleSet = cnZj2011) =>
    eligibleAgainFrom(ruleSet, product, { ...adult, history });

  it.each<[string, BloodProduct, Donation[], CalendarDate | null]>([
    ['never gave', 'whole-blood', [], null],
    ['gave on a day nobody knows', 'whole-blood', [{ product: 'whole-blood', donatedOn: null }], null],
    ['gave plasma', 'whole-blood', gave('plasma', '2020-01-01'), null],
    ['gave long ago', 'whole-blood', gave('whole-blood', '2020-08-31'), '2021-02-28'],
    [
      'gave platelets since',
      'whole-blood',
      [...gave('whole-blood', '2020-08-31'), ...gave('platelets', '2021-03-01')],
      '2021-03-29',
    ],
    ['will give platelets', 'platelets', gave('whole-blood', '2030-01-31'), '2030-04-30'],
  ])('%s, for %s', (_, product, history, expected) => {
    expect(again(product, history)).toBe(expected);
    expect(again(product, history.toReversed())).toBe(expected);
  });

  it('is not before the rules it follows from', () => {
    const shorter = { ...cnZj2011, effectiveFrom: '2026-12-01' };
    expect(again('whole-blood', gave('whole-blood', '2026-01-01'), shorter)).toBe('2026-12-01');
    expect(again('whole-blood', gave('whole-blood', '2026-11-01'), shorter)).toBe('2027-05-01');
  });
});
