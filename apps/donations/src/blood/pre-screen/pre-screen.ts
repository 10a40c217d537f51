import { addSpan, birthday, type CalendarDate, latest, type Span } from './calendar-date.js';
import {
  type EarlierProduct,
  type Rule,
  type RuleOf,
  type RuleSet,
  type ScreenedProduct,
  speaksOf,
} from './rule-set.js';

export type Sex = 'male' | 'female';

/** The day of an event, or a plain answer. */
export type Answer = { on: CalendarDate } | { value: 'yes' | 'no' | 'unknown' };

export interface Donation {
  product: EarlierProduct;
  /** null: the person does not know the day. */
  donatedOn: CalendarDate | null;
}

/** What somebody tells about themselves. No date in it lies after `onDate`: see `findInputErrors`. */
export interface PreScreenInput {
  product: ScreenedProduct;
  onDate: CalendarDate;
  person: { birthDate: CalendarDate; sex: Sex; weightKg?: number };
  history: readonly Donation[];
  /** A fact left out counts as "no". */
  answers: ReadonlyMap<string, Answer>;
}

/** From the strongest to the weakest. */
export const outcomes = ['not-eligible', 'ask-blood-station', 'deferred', 'likely-eligible'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Reason {
  rule: Rule;
  outcome: Exclude<Outcome, 'likely-eligible'>;
  /** The first day on which this rule no longer defers; left out when no date can be named. */
  until?: CalendarDate;
}

export interface PreScreenResult {
  outcome: Outcome;
  /** Only with `deferred`: the latest of all dates. */
  eligibleFrom?: CalendarDate;
  /** At most one per rule, in the order of the rule set, whatever the order of the input. */
  reasons: Reason[];
}

type Finding = Omit<Reason, 'rule'>;

/** Applies a rule set to what somebody said. Never a medical decision: only the blood station takes one. */
export function preScreen(ruleSet: RuleSet, input: PreScreenInput): PreScreenResult {
  const reasons = ruleSet.rules
    .filter((rule) => speaksOf(rule, input.product))
    .flatMap((rule) => summarise(rule, findingsOf(rule, input)));
  const outcome = strongest(reasons.map((reason) => reason.outcome));
  const eligibleFrom = outcome === 'deferred' ? latestUntil(reasons) : undefined;
  return { outcome, ...(eligibleFrom && { eligibleFrom }), reasons };
}

function summarise(rule: Rule, findings: Finding[]): Reason[] {
  const outcome = strongest(findings.map((finding) => finding.outcome));
  if (outcome === 'likely-eligible') return [];
  const until = outcome === 'deferred' ? latestUntil(findings) : undefined;
  return [{ rule, outcome, ...(until && { until }) }];
}

function strongest(found: Outcome[]): Outcome {
  return outcomes.find((outcome) => found.includes(outcome)) ?? 'likely-eligible';
}

function latestUntil(findings: Finding[]): CalendarDate | undefined {
  return latest(findings.flatMap(({ until }) => until ?? []));
}

function findingsOf(rule: Rule, input: PreScreenInput): Finding[] {
  switch (rule.kind) {
    case 'minimum-age':
      return minimumAge(rule, input);
    case 'maximum-age':
      return input.onDate < birthday(input.person.birthDate, rule.years + 1) ? [] : [{ outcome: 'not-eligible' }];
    case 'repeat-donor-age':
      return repeatDonorAge(rule, input);
    case 'minimum-weight':
      return minimumWeight(rule, input);
    case 'interval':
      return interval(rule, input);
    case 'interval-not-stated':
      return [input, ...input.history].some(({ product }) => rule.of.some((unstated) => unstated === product))
        ? [{ outcome: 'ask-blood-station' }]
        : [];
    case 'donation-limit':
      return donationLimit(rule, input);
    case 'facts':
      return rule.facts.flatMap((effect) => factEffect(effect, input));
  }
}

function minimumAge({ years, askFrom }: RuleOf<'minimum-age'>, input: PreScreenInput): Finding[] {
  const deferred = deferredUntil(birthday(input.person.birthDate, years), input);
  const mayAsk = askFrom !== undefined && input.onDate >= birthday(input.person.birthDate, askFrom);
  return mayAsk && deferred.length > 0 ? [{ outcome: 'ask-blood-station' }] : deferred;
}

function repeatDonorAge(rule: RuleOf<'repeat-donor-age'>, input: PreScreenInput): Finding[] {
  const passed = (age: number) => input.onDate >= birthday(input.person.birthDate, age + 1);
  if (!passed(rule.over) || (rule.upTo !== undefined && passed(rule.upTo))) return [];
  const donations = input.history.filter(({ product }) => rule.counting.includes(product)).length;
  const has = (fact: string) => yesNoUnknown(input.answers.get(fact));
  if (
    donations < rule.earlierDonations ||
    rule.noneOf.some((fact) => has(fact) === 'yes') ||
    rule.allOf.some((fact) => has(fact) === 'no')
  ) {
    return [{ outcome: 'not-eligible' }];
  }
  const unsure = [...rule.noneOf, ...rule.allOf].some((fact) => has(fact) === 'unknown');
  return unsure ? [{ outcome: 'ask-blood-station' }] : [];
}

function minimumWeight(rule: RuleOf<'minimum-weight'>, { person }: PreScreenInput): Finding[] {
  if (person.weightKg === undefined) return [{ outcome: 'ask-blood-station' }];
  return person.weightKg < rule.kilograms[person.sex] ? [{ outcome: 'deferred' }] : [];
}

function interval(rule: RuleOf<'interval'>, input: PreScreenInput): Finding[] {
  const wait = 'male' in rule.wait ? rule.wait[input.person.sex] : rule.wait;
  return datesOf(rule.after, input).flatMap((date) => waitAfter(date, wait, input));
}

function donationLimit(rule: RuleOf<'donation-limit'>, input: PreScreenInput): Finding[] {
  const most = typeof rule.most === 'number' ? rule.most : rule.most[input.person.sex];
  const dates = datesOf(rule.counting, input);
  const known = dates.filter((date) => date !== null);
  const within = known.filter((date) => input.onDate < addSpan(date, rule.within));
  if (within.length >= most) {
    const filling = within.sort().at(-most) ?? null;
    return waitAfter(filling, rule.within, input);
  }
  const unknown = dates.length - known.length;
  return unknown > 0 && within.length + unknown >= most ? [{ outcome: 'ask-blood-station' }] : [];
}

function factEffect(effect: RuleOf<'facts'>['facts'][number], input: PreScreenInput): Finding[] {
  const answer = input.answers.get(effect.fact);
  const said = yesNoUnknown(answer);
  if (said === 'no') return [];
  if (said === 'unknown') return [{ outcome: 'ask-blood-station' }];
  if ('outcome' in effect) return [{ outcome: effect.outcome }];
  return waitAfter(answer !== undefined && 'on' in answer ? answer.on : null, effect.wait, input);
}

function waitAfter(date: CalendarDate | null, wait: Span, input: PreScreenInput): Finding[] {
  return date === null ? [{ outcome: 'ask-blood-station' }] : deferredUntil(addSpan(date, wait), input);
}

function deferredUntil(until: CalendarDate, input: PreScreenInput): Finding[] {
  return input.onDate < until ? [{ outcome: 'deferred', until }] : [];
}

function datesOf(product: EarlierProduct, input: PreScreenInput): (CalendarDate | null)[] {
  return input.history.filter((donation) => donation.product === product).map(({ donatedOn }) => donatedOn);
}

function yesNoUnknown(answer: Answer | undefined): 'yes' | 'no' | 'unknown' {
  if (answer === undefined) return 'no';
  return 'on' in answer ? 'yes' : answer.value;
}
