import { type BloodProduct, type Fact, factsOf, type RuleSet, speaksOf } from './rule-set.js';

export interface Question {
  fact: Fact;
  /** The ids of the rules that look at the answer. */
  rules: string[];
}

/** What a rule set asks of somebody who would give this product, or any: the facts its rules look at, group by group. */
export function questionsOf(ruleSet: RuleSet, product?: BloodProduct): Question[] {
  const rules = ruleSet.rules.filter((rule) => product === undefined || speaksOf(rule, product));
  return ruleSet.facts
    .map((fact) => ({ fact, rules: rules.filter((rule) => factsOf(rule).includes(fact.fact)).map(({ id }) => id) }))
    .filter((question) => question.rules.length > 0);
}
