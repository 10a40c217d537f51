import { describe, expect, it } from '@jest/globals';
import { addSpan, type CalendarDate } from './calendar-date.js';
import { type Answer, type Donation, preScreen, type PreScreenInput, type PreScreenResult } from './pre-screen.js';
import type { BloodProduct, DonatedProduct } from './rule-set.js';
import { cnZj2011 } from './rule-sets/cn-zj-2011.js';

const healthy: PreScreenInput = {
  product: 'whole-blood',
  onDate: '2026-11-23',
  person: { birthDate: '1990-05-05', sex: 'female', weightKg: 55 },
  history: [],
  answers: new Map(),
};

function check(input: Partial<PreScreenInput>): PreScreenResult {
  return preScreen(cnZj2011, { ...healthy, ...input });
}

function answering(answers: Record<string, Answer>, input: Partial<PreScreenInput> = {}): PreScreenResult {
  return check({ ...input, answers: new Map(Object.entries(answers)) });
}

function seen({ outcome, eligibleFrom, reasons }: PreScreenResult) {
  return {
    outcome,
    eligibleFrom,
    reasons: reasons.map(({ rule, outcome, until }) => ({ id: rule.id, outcome, until })),
  };
}

const deferredBy = (id: string, until: CalendarDate) => ({
  outcome: 'deferred',
  eligibleFrom: until,
  reasons: [{ id, outcome: 'deferred', until }],
});
const likely = { outcome: 'likely-eligible', eligibleFrom: undefined, reasons: [] };

const dayBefore = (date: CalendarDate) => addSpan(date, { days: -1 });
const dayAfter = (date: CalendarDate) => addSpan(date, { days: 1 });

describe('pre-screen', () => {
  it('finds nothing against a healthy adult', () => expect(seen(check({}))).toEqual(likely));

  describe('age', () => {
    const aged = (birthDate: CalendarDate, onDate: CalendarDate, input: Partial<PreScreenInput> = {}) =>
      seen(check({ ...input, onDate, person: { ...healthy.person, birthDate } }));

    it.each([
      ['2008-05-05', '2026-05-05'],
      ['2008-02-29', '2026-02-28'],
      ['2006-03-01', '2024-03-01'],
    ])('born %s comes of age on %s', (birthDate, eighteenth) => {
      expect(aged(birthDate, dayBefore(eighteenth))).toEqual(deferredBy('CN-AGE-MIN', eighteenth));
      expect(aged(birthDate, eighteenth)).toEqual(likely);
      expect(aged(birthDate, dayAfter(eighteenth))).toEqual(likely);
    });

    const exclusion = (id: string) => ({
      outcome: 'not-eligible',
      eligibleFrom: undefined,
      reasons: [{ id, outcome: 'not-eligible', until: undefined }],
    });
    const threeDonations = gave('whole-blood', '2015-01-01', '2016-01-01', '2017-01-01');
    const twoAndStemCells = [...threeDonations.slice(1), ...gave('stem-cell', '2010-01-01')];
    const asks = new Map<string, Answer>([['asks-to-donate', { value: 'yes' }]]);

    it.each([
      ['1970-11-23', '2026-11-23'],
      ['1968-02-29', '2024-02-29'],
      ['1972-02-29', '2028-02-29'],
      ['1971-03-01', '2027-03-01'],
    ])('born %s leaves the standard range on %s', (birthDate, fiftySixth) => {
      expect(aged(birthDate, dayBefore(fiftySixth))).toEqual(likely);
      expect(aged(birthDate, fiftySixth)).toEqual(exclusion('CN-AGE-EXT'));
      expect(aged(birthDate, dayAfter(fiftySixth))).toEqual(exclusion('CN-AGE-EXT'));
      expect(aged(birthDate, fiftySixth, { history: threeDonations, answers: asks })).toEqual(likely);
    });

    it.each([
      ['1965-11-24', '2026-11-24'],
      ['1964-02-29', '2025-02-28'],
    ])('born %s may give as a repeat donor until the day before %s', (birthDate, sixtyFirst) => {
      const input = { history: threeDonations, answers: asks };
      expect(aged(birthDate, dayBefore(sixtyFirst), input)).toEqual(likely);
      expect(aged(birthDate, sixtyFirst, input)).toEqual(exclusion('CN-AGE-MAX'));
      expect(aged(birthDate, dayAfter(sixtyFirst), input)).toEqual(exclusion('CN-AGE-MAX'));
    });

    const yes: Answer = { value: 'yes' };
    const unsure: Answer = { value: 'unknown' };
    it.each<[string, Donation[], Record<string, Answer>, PreScreenResult['outcome']]>([
      ['two donations', threeDonations.slice(1), { 'asks-to-donate': yes }, 'not-eligible'],
      ['two and one of stem cells', twoAndStemCells, { 'asks-to-donate': yes }, 'not-eligible'],
      ['no request', threeDonations, {}, 'not-eligible'],
      ['request unsure', threeDonations, { 'asks-to-donate': unsure }, 'ask-blood-station'],
      ['a reaction', threeDonations, { 'asks-to-donate': yes, 'past-donation-reaction': yes }, 'not-eligible'],
      ['perhaps one', threeDonations, { 'asks-to-donate': yes, 'past-donation-reaction': unsure }, 'ask-blood-station'],
      ['perhaps one, and no request', threeDonations, { 'past-donation-reaction': unsure }, 'not-eligible'],
    ])('at 57 with %s', (_, history, answers, outcome) => {
      const result = answering(answers, { history, person: { ...healthy.person, birthDate: '1969-06-01' } });
      expect(result.outcome).toBe(outcome);
      expect(result.reasons.find(({ rule }) => rule.id === 'CN-AGE-EXT')?.outcome).toBe(outcome);
    });

    it('counts a donation whose day is unknown', () => {
      const history = gave('whole-blood', '2015-01-01', '2016-01-01', null);
      const result = aged('1969-06-01', '2026-11-23', { history, answers: asks });
      expect(result.reasons.map(({ id }) => id)).toEqual(['CN-INT-WW']);
    });
  });

  it.each([
    ['male', 49.9, 'deferred'],
    ['male', 50, 'likely-eligible'],
    ['female', 44.9, 'deferred'],
    ['female', 45, 'likely-eligible'],
    ['female', undefined, 'ask-blood-station'],
  ] as const)('weight: %s of %s kg is %s', (sex, weightKg, outcome) => {
    const result = check({ person: { birthDate: '1990-05-05', sex, weightKg } });
    expect(result.outcome).toBe(outcome);
    expect(result.eligibleFrom).toBeUndefined();
    expect(result.reasons.map(({ rule }) => rule.id)).toEqual(outcome === 'likely-eligible' ? [] : ['CN-WT']);
  });

  describe('intervals', () => {
    it.each<[string, DonatedProduct, BloodProduct, CalendarDate, CalendarDate]>([
      ['CN-INT-WW', 'whole-blood', 'whole-blood', '2026-05-23', '2026-11-23'],
      ['CN-INT-WW', 'whole-blood', 'whole-blood', '2026-08-31', '2027-02-28'],
      ['CN-INT-WW', 'whole-blood', 'whole-blood', '2023-08-31', '2024-02-29'],
      ['CN-INT-WP', 'whole-blood', 'platelets', '2026-11-30', '2027-02-28'],
      ['CN-INT-PW', 'platelets', 'whole-blood', '2026-12-15', '2027-01-12'],
      ['CN-INT-PP', 'platelets', 'platelets', '2026-02-20', '2026-03-06'],
    ])('%s: %s, then %s, from %s until %s', (id, given, product, donatedOn, until) => {
      const on = (onDate: CalendarDate) => seen(check({ product, onDate, history: gave(given, donatedOn) }));
      expect(on(dayBefore(until))).toEqual(deferredBy(id, until));
      expect(on(until)).toEqual(likely);
      expect(on(dayAfter(until))).toEqual(likely);
      const unknown = seen(check({ product, onDate: until, history: gave(given, null) }));
      expect(unknown).toEqual({
        outcome: 'ask-blood-station',
        eligibleFrom: undefined,
        reasons: [{ id, outcome: 'ask-blood-station', until: undefined }],
      });
    });

    it('counts from the latest donation', () => {
      const history = gave('whole-blood', '2026-06-01', '2026-08-01', '2026-01-01');
      expect(seen(check({ history }))).toEqual(deferredBy('CN-INT-WW', '2027-02-01'));
    });

    describe('24 platelet donations in 365 days', () => {
      const everyTwoWeeks = Array.from({ length: 24 }, (_, index) => addSpan('2026-01-01', { days: 14 * index }));
      const on = (onDate: CalendarDate, history: Donation[]) => seen(check({ product: 'platelets', onDate, history }));

      it('waits until the first of the 24 is a year ago', () => {
        const history = gave('platelets', ...everyTwoWeeks);
        expect(on('2026-12-31', history)).toEqual(deferredBy('CN-INT-PP.year', '2027-01-01'));
        expect(on('2027-01-01', history)).toEqual(likely);
        expect(on('2027-01-02', history)).toEqual(likely);
      });

      it('has nothing against the 24th', () => {
        expect(on('2026-12-10', gave('platelets', ...everyTwoWeeks.slice(1)))).toEqual(likely);
      });

      it('lets more than 24 grow old one by one', () => {
        const history = gave('platelets', '2025-12-20', ...everyTwoWeeks);
        expect(on('2026-12-15', history)).toEqual(deferredBy('CN-INT-PP.year', '2027-01-01'));
      });

      it('asks when donations of unknown day could fill it', () => {
        const ids = on('2026-12-15', gave('platelets', null, ...everyTwoWeeks.slice(1))).reasons.map(({ id }) => id);
        expect(ids).toEqual(['CN-INT-PP', 'CN-INT-PP.year']);
      });
    });

    it.each<[string, Partial<PreScreenInput>]>([
      ['CN-INT-PLASMA', { product: 'plasma' }],
      ['CN-INT-PLASMA', { history: gave('plasma', '2026-10-01') }],
      ['CN-INT-STEM-CELL', { history: gave('stem-cell', '2026-10-01') }],
    ])('%s: asks where no interval is stated', (id, input) => {
      expect(seen(check(input))).toEqual({
        outcome: 'ask-blood-station',
        eligibleFrom: undefined,
        reasons: [{ id, outcome: 'ask-blood-station', until: undefined }],
      });
    });
  });

  describe('temporary deferrals', () => {
    it.each<[string, string, CalendarDate, CalendarDate]>([
      ['CN-T-DENTAL1', 'oral-care', '2026-11-20', '2026-11-23'],
      ['CN-T-DENTAL2', 'tooth-extraction', '2026-11-20', '2026-12-05'],
      ['CN-T-DENTAL2', 'minor-surgery', '2026-11-20', '2026-12-05'],
      ['CN-T-SURG2', 'surgery-appendix', '2026-11-30', '2027-02-28'],
      ['CN-T-SURG3', 'surgery-large', '2026-08-31', '2027-02-28'],
      ['CN-T-TUMOR', 'benign-tumour-operated', '2024-02-29', '2025-02-28'],
      ['CN-T-MENS', 'menstruation-end', '2026-11-20', '2026-11-23'],
      ['CN-T-PREG', 'miscarriage', '2026-08-31', '2027-02-28'],
      ['CN-T-BIRTH', 'delivery', '2026-03-01', '2027-03-01'],
      ['CN-T-EYE.disease', 'eye-disease', '2026-11-20', '2026-11-27'],
      ['CN-T-EYE.surgery', 'eye-surgery', '2026-11-20', '2027-02-20'],
      ['CN-T-URI', 'cold-recovered', '2026-11-20', '2026-11-27'],
      ['CN-T-URI', 'gastroenteritis-recovered', '2026-11-20', '2026-11-27'],
      ['CN-T-PNEU', 'pneumonia-recovered', '2026-11-20', '2027-02-20'],
      ['CN-T-PNEU', 'pyelonephritis-recovered', '2026-11-20', '2027-02-20'],
      ['CN-T-UTI', 'urinary-infection-recovered', '2026-01-31', '2026-02-28'],
      ['CN-T-SKIN.local', 'skin-inflammation-local-healed', '2026-11-20', '2026-11-27'],
      ['CN-T-SKIN.wide', 'skin-inflammation-wide-healed', '2026-11-20', '2026-12-04'],
      ['CN-T-TATTOO', 'tattoo', '2026-02-28', '2027-02-28'],
      ['CN-T-TATTOO', 'contaminated-instrument-injury', '2026-02-28', '2027-02-28'],
      ['CN-T-PIERCE', 'piercing', '2026-11-20', '2027-11-20'],
      ['CN-T-HEPA', 'hepatitis-a-cured', '2026-11-20', '2027-11-20'],
      ['CN-T-HEPA', 'typhoid-cured', '2026-11-20', '2027-11-20'],
      ['CN-T-DYS', 'dysentery-recovered', '2026-11-20', '2027-05-20'],
      ['CN-T-DYS', 'toxoplasmosis-recovered', '2026-11-20', '2027-05-20'],
      ['CN-T-BRUC', 'brucellosis-recovered', '2024-02-29', '2026-02-28'],
      ['CN-T-BRUC', 'q-fever-recovered', '2026-11-20', '2028-11-20'],
      ['CN-T-MAL1', 'malaria-area-visit', '2026-11-20', '2027-11-20'],
      ['CN-T-MAL2', 'malaria-cured', '2026-11-20', '2029-11-20'],
      ['CN-T-TRANSF', 'transfusion-received', '2026-11-20', '2027-11-20'],
      ['CN-T-RHEUM', 'rheumatic-fever', '2026-11-20', '2028-11-20'],
      ['CN-V-INACT', 'vaccine-inactivated', '2026-11-20', '2026-11-21'],
      ['CN-V-LIVE1', 'vaccine-live-measles', '2026-11-20', '2026-12-04'],
      ['CN-V-LIVE2', 'vaccine-live-rubella', '2026-11-20', '2026-12-18'],
      ['CN-V-LIVE2', 'vaccine-rabies-unexposed', '2026-11-20', '2026-12-18'],
      ['CN-V-RABEXP', 'vaccine-rabies-exposed', '2026-11-20', '2027-11-20'],
      ['CN-V-SERUM.antitoxin', 'antitoxin', '2026-11-20', '2026-12-18'],
      ['CN-V-SERUM.hepatitis-b', 'hepatitis-b-immunoglobulin', '2026-11-20', '2027-11-20'],
      ['CN-V-COVID.inactivated', 'vaccine-covid-inactivated', '2026-11-20', '2026-11-22'],
      ['CN-V-COVID.other', 'vaccine-covid-other', '2026-11-20', '2026-12-04'],
    ])('%s: %s on %s waits until %s', (id, fact, on, until) => {
      const asked = (onDate: CalendarDate, answer: Answer) => seen(answering({ [fact]: answer }, { onDate }));
      expect(asked(dayBefore(until), { on })).toEqual(deferredBy(id, until));
      expect(asked(until, { on })).toEqual(likely);
      expect(asked(dayAfter(until), { on })).toEqual(likely);
      expect(asked(until, { value: 'no' })).toEqual(likely);
      expect(asked(until, { value: 'unknown' }).outcome).toBe('ask-blood-station');
      expect(asked(until, { value: 'yes' }).outcome).toBe('ask-blood-station');
    });

    it('aspirin holds back platelets only', () => {
      const aspirin = { aspirin: { on: '2026-11-20' } };
      const platelets = (onDate: CalendarDate) => seen(answering(aspirin, { onDate, product: 'platelets' }));
      expect(platelets('2026-11-24')).toEqual(deferredBy('CN-T-ASA', '2026-11-25'));
      expect(platelets('2026-11-25')).toEqual(likely);
      expect(seen(answering(aspirin))).toEqual(likely);
      expect(answering({ aspirin: { value: 'unknown' } }).outcome).toBe('likely-eligible');
    });

    it.each(['pregnant', 'urinary-stones-active'])('%s waits without a date', (fact) => {
      const result = answering({ [fact]: { value: 'yes' } });
      expect(result.outcome).toBe('deferred');
      expect(result).not.toHaveProperty('eligibleFrom');
    });
  });

  it.each([
    ['CN-P-INFECT', 'hepatitis-b-carrier', 'not-eligible'],
    ['CN-P-INFECT', 'syphilis-ever', 'not-eligible'],
    ['CN-P-CHRONIC', 'diabetes', 'ask-blood-station'],
    ['CN-P-CHRONIC', 'epilepsy', 'ask-blood-station'],
    ['CN-T-CONTACT', 'infectious-contact', 'ask-blood-station'],
  ])('%s: %s leads to %s', (id, fact, outcome) => {
    const result = answering({ [fact]: { value: 'yes' } });
    expect(seen(result)).toMatchObject({ outcome, reasons: [{ id, outcome }] });
    expect(answering({ [fact]: { value: 'unknown' } }).outcome).toBe('ask-blood-station');
    expect(answering({ [fact]: { value: 'no' } }).outcome).toBe('likely-eligible');
  });

  it('lets the stronger outcome decide and names the latest date', () => {
    const dates = { 'oral-care': { on: '2026-11-22' }, tattoo: { on: '2026-10-01' } };
    expect(seen(answering(dates))).toEqual({
      outcome: 'deferred',
      eligibleFrom: '2027-10-01',
      reasons: [
        { id: 'CN-T-DENTAL1', outcome: 'deferred', until: '2026-11-25' },
        { id: 'CN-T-TATTOO', outcome: 'deferred', until: '2027-10-01' },
      ],
    });
    const unsure = { ...dates, diabetes: { value: 'unknown' } as const };
    expect(seen(answering(unsure))).toMatchObject({ outcome: 'ask-blood-station', eligibleFrom: undefined });
    const carrier = { ...unsure, 'hepatitis-b-carrier': { value: 'yes' } as const };
    expect(seen(answering(carrier))).toMatchObject({ outcome: 'not-eligible', eligibleFrom: undefined });
  });
});

function gave(product: DonatedProduct, ...dates: (CalendarDate | null)[]): Donation[] {
  return dates.map((donatedOn) => ({ product, donatedOn }));
}
