import { describe, expect, it } from '@jest/globals';
import { expected, nameOf, observed } from './rule-table.js';
import { testedRuleSets, type TestedRuleSet } from './tables.js';

/** Makes a test of every row of the rule sets this spec is for. */
export function runTables(spec: TestedRuleSet['spec']): void {
  const tested = testedRuleSets.filter((one) => one.spec === spec);
  describe.each(tested.map((one) => ({ id: one.ruleSet.id, ...one })))('$id', ({ ruleSet, tables }) => {
    describe.each(Object.entries(tables))('%s', (_, rows) => {
      it.each(rows.map((row) => ({ name: nameOf(row), row })))('$name', ({ row }) => {
        expect(observed(ruleSet, row)).toEqual(expected(row));
      });
    });
  });
}
