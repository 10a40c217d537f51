import type { CalendarDate } from '../../src/blood/pre-screen/calendar-date.js';
import {
  type Answer,
  type Donation,
  preScreen,
  type PreScreenInput,
  type Reason,
} from '../../src/blood/pre-screen/pre-screen.js';
import type { EarlierProduct, RuleSet, ScreenedProduct } from '../../src/blood/pre-screen/rule-set.js';

/** What the row's rule says on a day: nothing, or this. */
export type Verdict = 'clear' | { outcome: Reason['outcome']; until?: CalendarDate };

/** What a person tells, where it differs from a healthy woman born in 1990 who never gave blood. */
export interface Told {
  product?: ScreenedProduct;
  person?: Partial<PreScreenInput['person']>;
  history?: readonly Donation[];
  answers?: Readonly<Record<string, Answer>>;
}

export interface RuleRow {
  rule: string;
  about: string;
  told: Told;
  days: readonly (readonly [CalendarDate, Verdict])[];
  /** Rules that have something to say too, which is not looked at. */
  beside?: readonly string[];
}

export const nameOf = ({ rule, about }: RuleRow): string => `${rule}: ${about}`;

export const anyDay = '2026-11-23';
export const yes: Answer = { value: 'yes' };
export const no: Answer = { value: 'no' };
export const unsure: Answer = { value: 'unknown' };
export const ask: Verdict = { outcome: 'ask-blood-station' };
export const excluded: Verdict = { outcome: 'not-eligible' };
/** Deferred, and no day can be named. */
export const waiting: Verdict = { outcome: 'deferred' };

export const gave = (product: EarlierProduct, ...days: (CalendarDate | null)[]): Donation[] =>
  days.map((donatedOn) => ({ product, donatedOn }));

/** A row about one day like any other. */
export const says = (rule: string, about: string, told: Told, verdict: Verdict): RuleRow => ({
  rule,
  about,
  told,
  days: [[anyDay, verdict]],
});

/** Deferred the day before, free on the day and the day after. */
export const waits = (rule: string, about: string, until: CalendarDate, told: Told): RuleRow => ({
  rule,
  about: `${about} waits until ${until}`,
  told,
  days: [
    [shift(until, -1), { outcome: 'deferred', until }],
    [until, 'clear'],
    [shift(until, 1), 'clear'],
  ],
});

/** All that can be answered to a question for a day. */
export const waitsAfter = (
  rule: string,
  fact: string,
  on: CalendarDate,
  until: CalendarDate,
  product: ScreenedProduct = 'whole-blood',
): RuleRow[] => [
  waits(rule, `${fact} on ${on}`, until, { product, answers: { [fact]: { on } } }),
  says(rule, `${fact} on a day forgotten is for the station`, { product, answers: { [fact]: yes } }, ask),
  says(rule, `${fact} perhaps is for the station`, { product, answers: { [fact]: unsure } }, ask),
  says(rule, `${fact} never`, { product, answers: { [fact]: no } }, 'clear'),
];

/** All that can be answered to a question for yes or no. */
export const leadsTo = (rule: string, fact: string, outcome: Reason['outcome']): RuleRow[] => [
  says(rule, `${fact} is ${outcome}`, { answers: { [fact]: yes } }, { outcome }),
  says(rule, `${fact} on a day is ${outcome}`, { answers: { [fact]: { on: '2001-01-01' } } }, { outcome }),
  says(rule, `${fact} perhaps is for the station`, { answers: { [fact]: unsure } }, ask),
  says(rule, `${fact} not`, { answers: { [fact]: no } }, 'clear'),
];

/** From one donation to the next; a day forgotten is for the station. */
export const interval = (
  rule: string,
  [given, product]: readonly [EarlierProduct, ScreenedProduct],
  on: CalendarDate,
  until: CalendarDate,
  sex: 'male' | 'female' = 'female',
): RuleRow[] => [
  waits(rule, `${given} on ${on}, then ${product} (${sex})`, until, {
    product,
    person: { sex },
    history: gave(given, on),
  }),
  says(
    rule,
    `${given} on a day forgotten, then ${product} (${sex})`,
    { product, person: { sex }, history: gave(given, null) },
    ask,
  ),
];

/** What a rule set says of a row, in the words of `expected`. */
export function observed(ruleSet: RuleSet, { told, days, beside = [] }: RuleRow) {
  return days.map(([onDate]) => {
    const { outcome, eligibleFrom, reasons } = preScreen(ruleSet, {
      product: told.product ?? 'whole-blood',
      onDate,
      person: { birthDate: '1990-05-05', sex: 'female', weightKg: 55, ...told.person },
      history: told.history ?? [],
      answers: new Map(Object.entries(told.answers ?? {})),
    });
    const found = reasons.map((reason) => ({ rule: reason.rule.id, outcome: reason.outcome, until: reason.until }));
    if (beside.length === 0) return { onDate, outcome, eligibleFrom, reasons: found };
    return { onDate, reasons: found.filter(({ rule }) => !beside.includes(rule)) };
  });
}

export function expected({ rule, days, beside = [] }: RuleRow): ReturnType<typeof observed> {
  return days.map(([onDate, verdict]) => {
    const reasons = verdict === 'clear' ? [] : [{ rule, outcome: verdict.outcome, until: verdict.until }];
    if (beside.length > 0) return { onDate, reasons };
    if (verdict === 'clear') return { onDate, outcome: 'likely-eligible', eligibleFrom: undefined, reasons };
    return { onDate, outcome: verdict.outcome, eligibleFrom: verdict.until, reasons };
  });
}

/** By the machine's calendar, not by that of the rules. */
export function shift(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
