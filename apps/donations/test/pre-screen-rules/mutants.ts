import type { Span } from '../../src/blood/pre-screen/calendar-date.js';
import type { Rule, RuleOf } from '../../src/blood/pre-screen/rule-set.js';

export interface Mutant {
  what: string;
  /** Left out: the rule is gone. */
  rule?: Rule;
}

/** The rule gone, and the rule with each of its parts a little different: no table may agree with any of them. */
export function mutantsOf(rule: Rule): Mutant[] {
  const unlimited = rule.products ? [{ what: 'for every product', rule: { ...rule, products: undefined } }] : [];
  return [{ what: 'gone' }, ...unlimited, ...changesOf(rule)];
}

function changesOf(rule: Rule): Mutant[] {
  switch (rule.kind) {
    case 'minimum-age':
      return [
        ...numbers(rule.years, 1).map((years) => mutant(`${years} years`, { ...rule, years })),
        ...numbers(rule.askFrom, 1).map((askFrom) => mutant(`asks from ${askFrom}`, { ...rule, askFrom })),
      ];
    case 'maximum-age':
      return numbers(rule.years, 1).map((years) => mutant(`${years} years`, { ...rule, years }));
    case 'repeat-donor-age':
      return repeatDonorAge(rule);
    case 'minimum-weight':
      return (['male', 'female'] as const).flatMap((sex) =>
        numbers(rule.kilograms[sex], 0.05).map((kilograms) =>
          mutant(`${kilograms} kg`, { ...rule, kilograms: { ...rule.kilograms, [sex]: kilograms } }),
        ),
      );
    case 'interval':
      return bySex(rule.wait, otherSpans).map((wait) => mutant(JSON.stringify(wait), { ...rule, wait }));
    case 'interval-not-stated':
      return without(rule.of).map((of) => mutant(`of ${of.join(', ')}`, { ...rule, of }));
    case 'donation-limit':
      return [
        ...bySex(rule.most, (most) => numbers(most, 1)).map((most) =>
          mutant(`most ${JSON.stringify(most)}`, { ...rule, most }),
        ),
        ...otherSpans(rule.within).map((within) => mutant(JSON.stringify(within), { ...rule, within })),
      ];
    case 'facts':
      return [
        ...without(rule.facts).map((facts) =>
          mutant(`only ${facts.map(({ fact }) => fact).join(', ')}`, { ...rule, facts }),
        ),
        ...rule.facts.flatMap((effect, index) =>
          otherEffects(effect).map((other) =>
            mutant(JSON.stringify(other), { ...rule, facts: rule.facts.with(index, other) }),
          ),
        ),
      ];
  }
}

function repeatDonorAge(rule: RuleOf<'repeat-donor-age'>): Mutant[] {
  const { over, upTo, earlierDonations, counting } = rule;
  return [
    ...numbers(over, 1).map((years) => mutant(`over ${years}`, { ...rule, over: years })),
    // Up to where the next rule excludes everybody anyway, one year more is nothing to see.
    ...(upTo === undefined ? [] : [mutant(`up to ${upTo - 1}`, { ...rule, upTo: upTo - 1 })]),
    ...numbers(earlierDonations, 1).map((count) => mutant(`${count} donations`, { ...rule, earlierDonations: count })),
    ...(counting.includes('stem-cell')
      ? []
      : [mutant('stem cells count', { ...rule, counting: [...counting, 'stem-cell'] })]),
    ...without(rule.noneOf).map((noneOf) => mutant('noneOf', { ...rule, noneOf })),
    ...without(rule.allOf).map((allOf) => mutant('allOf', { ...rule, allOf })),
  ];
}

type Effect = RuleOf<'facts'>['facts'][number];

function otherEffects(effect: Effect): Effect[] {
  const { fact } = effect;
  if ('wait' in effect) return otherSpans(effect.wait).map((wait) => ({ fact, wait }));
  const others = (['deferred', 'ask-blood-station', 'not-eligible'] as const).filter((one) => one !== effect.outcome);
  return others.map((outcome) => ({ fact, outcome }));
}

/** One unit more or less. */
function otherSpans(span: Span): Span[] {
  if ('days' in span) return numbers(span.days, 1).map((days) => ({ days }));
  if ('weeks' in span) return numbers(span.weeks * 7, 1).map((days) => ({ days }));
  if ('months' in span) return [...numbers(span.months, 1).map((months) => ({ months })), { days: span.months * 30 }];
  return [...numbers(span.years * 12, 1).map((months) => ({ months })), { days: span.years * 366 }];
}

function bySex<Value extends object | number>(
  value: Value | { male: Value; female: Value },
  others: (one: Value) => Value[],
): (Value | { male: Value; female: Value })[] {
  if (!isBySex(value)) return others(value);
  return [
    ...others(value.male).map((male) => ({ ...value, male })),
    ...others(value.female).map((female) => ({ ...value, female })),
  ];
}

function isBySex<Value extends object | number>(
  value: Value | { male: Value; female: Value },
): value is { male: Value; female: Value } {
  return typeof value === 'object' && 'male' in value;
}

const mutant = (what: string, rule: Rule): Mutant => ({ what, rule });

const numbers = (value: number | undefined, step: number): number[] =>
  value === undefined ? [] : [value - step, value + step];

const without = <Item>(items: readonly Item[]): Item[][] => items.map((_, index) => items.toSpliced(index, 1));
