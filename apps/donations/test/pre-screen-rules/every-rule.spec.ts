import { describe, expect, it } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import { type Rule, type RuleSet } from '../../src/blood/pre-screen/rule-set.js';
import { ruleSets } from '../../src/blood/pre-screen/rule-sets.js';
import { mutantsOf } from './mutants.js';
import { expected, observed, type RuleRow } from './rule-table.js';
import { listRuleCoverage, testedRuleSets } from './tables.js';

describe('every rule', () => {
  it('of every rule set has its rows, and every row its rule', () => {
    expect(testedRuleSets.map(({ ruleSet }) => ruleSet.id)).toEqual(ruleSets.map(({ id }) => id));
    expect(listRuleCoverage().filter(({ tests }) => tests.length === 0)).toEqual([]);
    for (const { ruleSet, tables } of testedRuleSets) {
      const known = ruleSet.rules.map(({ id }) => id);
      expect(known).toEqual(
        expect.arrayContaining(Object.values(tables).flatMap((rows) => rows.map(({ rule }) => rule))),
      );
    }
  });

  it('with a day in it is seen on the day before, the day and the day after', () => {
    for (const { ruleSet, tables } of testedRuleSets) {
      const rows = Object.values(tables).flat();
      for (const rule of ruleSet.rules.filter(namesADay)) {
        expect([rule.id, rows.some((row) => row.rule === rule.id && row.days.length >= 3)]).toEqual([rule.id, true]);
      }
    }
  });

  it.each(
    testedRuleSets.map(({ ruleSet, tables }) => ({ id: ruleSet.id, ruleSet, rows: Object.values(tables).flat() })),
  )('of $id fails a row when it is left out or a number of it is another', ({ ruleSet, rows }) => {
    const survivors = ruleSet.rules.flatMap((rule) =>
      mutantsOf(rule)
        .filter(({ rule: mutant }) => rowsAgree(replace(ruleSet, rule, mutant), rule.id, rows))
        .map(({ what }) => `${rule.id}: ${what}`),
    );
    expect(survivors).toEqual([]);
  });
});

const namesADay = (rule: Rule): boolean =>
  rule.kind === 'facts'
    ? rule.facts.some((effect) => 'wait' in effect)
    : rule.kind !== 'minimum-weight' && rule.kind !== 'interval-not-stated';

function replace(ruleSet: RuleSet, rule: Rule, mutant: Rule | undefined): RuleSet {
  return { ...ruleSet, rules: ruleSet.rules.flatMap((one) => (one === rule ? (mutant ?? []) : one)) };
}

/** The rule's own rows first: most mutants fall there. */
function rowsAgree(ruleSet: RuleSet, ruleId: string, rows: readonly RuleRow[]): boolean {
  const agrees = (row: RuleRow) => isDeepStrictEqual(observed(ruleSet, row), expected(row));
  return rows.filter(({ rule }) => rule === ruleId).every(agrees) && rows.every(agrees);
}
