import type { PreScreenInput } from '../../src/blood/pre-screen/pre-screen.js';
import type { Rule, RuleSet } from '../../src/blood/pre-screen/rule-set.js';
import { nextDay, walkDays, walkMonths } from './slow-calendar.js';

// The rules once more, by brute force: only the data and the shape of the question are the engine's, no line of its
// code. A day is judged as it is; how long a rule defers is found out by asking it again on every following day.

type Judgement = 'free' | 'deferred-by-date' | 'deferred' | 'ask' | 'excluded';
type Span = { days: number } | { weeks: number } | { months: number } | { years: number };

export interface OracleAnswer {
  outcome: string;
  eligibleFrom: string | undefined;
  reasons: { rule: string; outcome: string; until: string | undefined }[];
}

export function slowPreScreen(ruleSet: RuleSet, input: PreScreenInput): OracleAnswer {
  const reasons: OracleAnswer['reasons'] = [];
  for (const rule of ruleSet.rules) {
    if (rule.products && !rule.products.includes(input.product)) continue;
    const judgements = judge(rule, input, input.onDate);
    if (judgements.includes('excluded')) reasons.push({ rule: rule.id, outcome: 'not-eligible', until: undefined });
    else if (judgements.includes('ask'))
      reasons.push({ rule: rule.id, outcome: 'ask-blood-station', until: undefined });
    else if (judgements.includes('deferred-by-date'))
      reasons.push({ rule: rule.id, outcome: 'deferred', until: firstDayWithoutDate(rule, input) });
    else if (judgements.includes('deferred')) reasons.push({ rule: rule.id, outcome: 'deferred', until: undefined });
  }
  let outcome = 'likely-eligible';
  for (const weaker of ['deferred', 'ask-blood-station', 'not-eligible']) {
    if (reasons.some((reason) => reason.outcome === weaker)) outcome = weaker;
  }
  let eligibleFrom: string | undefined;
  for (const { until } of outcome === 'deferred' ? reasons : []) {
    if (until !== undefined && (eligibleFrom === undefined || until > eligibleFrom)) eligibleFrom = until;
  }
  return { outcome, eligibleFrom, reasons };
}

/** The same person with the same story, day after day, until this rule holds no date against them. */
function firstDayWithoutDate(rule: Rule, input: PreScreenInput): string {
  let day = input.onDate;
  while (
    judge({ ...rule, ...('askFrom' in rule && { askFrom: undefined }) }, input, day).includes('deferred-by-date')
  ) {
    day = nextDay(day);
  }
  return day;
}

function judge(rule: Rule, input: PreScreenInput, day: string): Judgement[] {
  const age = () => ageOn(day, input.person.birthDate);
  const timesGiven = (products: readonly string[]) => input.history.filter(({ product }) => products.includes(product));
  switch (rule.kind) {
    case 'minimum-age':
      if (age() >= rule.years) return ['free'];
      return [rule.askFrom !== undefined && age() >= rule.askFrom ? 'ask' : 'deferred-by-date'];
    case 'maximum-age':
      return [age() > rule.years ? 'excluded' : 'free'];
    case 'repeat-donor-age': {
      if (age() <= rule.over || age() > (rule.upTo ?? 200)) return ['free'];
      if (timesGiven(rule.counting).length < rule.earlierDonations) return ['excluded'];
      const wrong = [
        ...rule.noneOf.map((fact) => said(input, fact)),
        ...rule.allOf.map((fact) => opposite(said(input, fact))),
      ];
      if (wrong.includes('yes')) return ['excluded'];
      return [wrong.includes('unknown') ? 'ask' : 'free'];
    }
    case 'minimum-weight':
      if (input.person.weightKg === undefined) return ['ask'];
      return [input.person.weightKg >= rule.kilograms[input.person.sex] ? 'free' : 'deferred'];
    case 'interval-not-stated':
      return [rule.of.some((product) => product === input.product) || timesGiven(rule.of).length > 0 ? 'ask' : 'free'];
    case 'interval': {
      const wait = 'male' in rule.wait ? rule.wait[input.person.sex] : rule.wait;
      return timesGiven([rule.after]).map(({ donatedOn }) => afterEvent(donatedOn, wait, day));
    }
    case 'donation-limit': {
      const most = typeof rule.most === 'number' ? rule.most : rule.most[input.person.sex];
      let sure = 0;
      let perhaps = 0;
      for (const { donatedOn } of timesGiven([rule.counting])) {
        if (donatedOn === null) perhaps += 1;
        else if (afterEvent(donatedOn, rule.within, day) === 'deferred-by-date') sure += 1;
      }
      if (sure >= most) return ['deferred-by-date'];
      return [perhaps > 0 && sure + perhaps >= most ? 'ask' : 'free'];
    }
    case 'facts':
      return rule.facts.map((effect): Judgement => {
        const answer = said(input, effect.fact);
        if (answer === 'no') return 'free';
        if (answer === 'unknown') return 'ask';
        if ('wait' in effect) return afterEvent(dayOf(input, effect.fact), effect.wait, day);
        return ({ deferred: 'deferred', 'ask-blood-station': 'ask', 'not-eligible': 'excluded' } as const)[
          effect.outcome
        ];
      });
  }
}

function afterEvent(event: string | null, wait: Span, day: string): Judgement {
  if (event === null) return 'ask';
  return day < walk(event, wait) ? 'deferred-by-date' : 'free';
}

const walked = new WeakMap<Span, Map<string, string>>();

function walk(date: string, span: Span): string {
  const known = walked.get(span) ?? new Map<string, string>();
  walked.set(span, known);
  const end = known.get(date) ?? walkAnew(date, span);
  known.set(date, end);
  return end;
}

function walkAnew(date: string, span: Span): string {
  if ('days' in span) return walkDays(date, span.days);
  if ('weeks' in span) return walkDays(date, span.weeks * 7);
  return walkMonths(date, 'months' in span ? span.months : span.years * 12);
}

/** Birthdays counted off one by one. Who was born on 29 February has theirs on the 28th where there is no 29th. */
function ageOn(day: string, birthDate: string): number {
  const later = birthdaysOf(birthDate).findIndex((birthday) => birthday > day);
  return later === -1 ? 70 : later;
}

const birthdays = new Map<string, string[]>();

function birthdaysOf(birthDate: string): string[] {
  const known = birthdays.get(birthDate);
  if (known) return known;
  const found: string[] = [];
  const monthAndDay = birthDate.slice(4);
  for (let day = nextDay(birthDate); found.length < 70; day = nextDay(day)) {
    const instead = monthAndDay === '-02-29' && day.endsWith('-02-28') && nextDay(day).endsWith('-03-01');
    if (day.endsWith(monthAndDay) || instead) found.push(day);
  }
  birthdays.set(birthDate, found);
  return found;
}

function said(input: PreScreenInput, fact: string): 'yes' | 'no' | 'unknown' {
  const answer = input.answers.get(fact);
  if (answer === undefined) return 'no';
  return 'value' in answer ? answer.value : 'yes';
}

const opposite = (answer: 'yes' | 'no' | 'unknown') => ({ yes: 'no', no: 'yes', unknown: 'unknown' })[answer];

function dayOf(input: PreScreenInput, fact: string): string | null {
  const answer = input.answers.get(fact);
  return answer !== undefined && 'on' in answer ? answer.on : null;
}
