import type { RuleSet } from '../../src/blood/pre-screen/rule-set.js';
import { cn2011 } from '../../src/blood/pre-screen/rule-sets/cn-2011/cn-2011.js';
import { cnDraft2025 } from '../../src/blood/pre-screen/rule-sets/cn-draft-2025.js';
import { cnZj2011 } from '../../src/blood/pre-screen/rule-sets/cn-zj-2011.js';
import { uk } from '../../src/blood/pre-screen/rule-sets/uk.js';
import { us } from '../../src/blood/pre-screen/rule-sets/us.js';
import {
  cnDraftMaximumAge,
  cnMaximumAge,
  cnMinimumAge,
  cnRepeatDonors,
  cnWeight,
  ukAgesAndWeight,
  usAgesAndWeight,
} from './ages-and-weight.table.js';
import { cnIllnesses } from './illnesses.table.js';
import { cnInfections } from './infections.table.js';
import {
  cnDraftWholeBloodInterval,
  cnIntervals,
  cnWholeBloodInterval,
  ukIntervals,
  usIntervals,
} from './intervals.table.js';
import { cnLongTerm } from './long-term.table.js';
import { nameOf, type RuleRow } from './rule-table.js';
import { cnTreatments, ukTreatments, usTreatments } from './treatments.table.js';
import { cnVaccines, usVaccines } from './vaccines.table.js';
import { cnWomen } from './women.table.js';

export interface TestedRuleSet {
  ruleSet: RuleSet;
  /** The spec that runs the tables. */
  spec: 'chinese-rules.spec.ts' | 'foreign-rules.spec.ts';
  tables: Readonly<Record<string, readonly RuleRow[]>>;
}

const cnHealth = {
  treatments: cnTreatments,
  women: cnWomen,
  illnesses: cnIllnesses,
  infections: cnInfections,
  vaccines: cnVaccines,
  'long-term': cnLongTerm,
};
const cnTables = {
  'ages and weight': [...cnMinimumAge, ...cnRepeatDonors, ...cnMaximumAge, ...cnWeight],
  intervals: [...cnWholeBloodInterval, ...cnIntervals],
  ...cnHealth,
};

export const testedRuleSets: readonly TestedRuleSet[] = [
  { ruleSet: cn2011, spec: 'chinese-rules.spec.ts', tables: cnTables },
  { ruleSet: cnZj2011, spec: 'chinese-rules.spec.ts', tables: cnTables },
  {
    ruleSet: cnDraft2025,
    spec: 'chinese-rules.spec.ts',
    tables: {
      'ages and weight': [...cnMinimumAge, ...cnDraftMaximumAge, ...cnWeight],
      intervals: [...cnDraftWholeBloodInterval, ...cnIntervals],
      ...cnHealth,
    },
  },
  {
    ruleSet: us,
    spec: 'foreign-rules.spec.ts',
    tables: {
      'ages and weight': usAgesAndWeight,
      intervals: usIntervals,
      treatments: usTreatments,
      vaccines: usVaccines,
    },
  },
  {
    ruleSet: uk,
    spec: 'foreign-rules.spec.ts',
    tables: { 'ages and weight': ukAgesAndWeight, intervals: ukIntervals, treatments: ukTreatments },
  },
];

export interface RuleCoverage {
  ruleSetId: string;
  enabled: boolean;
  ruleId: string;
  /** As the test run prints them. */
  tests: string[];
}

/** Every rule of every rule set with the tests about it: for `npm run rules`. */
export function listRuleCoverage(): RuleCoverage[] {
  return testedRuleSets.flatMap(({ ruleSet, spec, tables }) =>
    ruleSet.rules.map(({ id }) => ({
      ruleSetId: ruleSet.id,
      enabled: ruleSet.enabled,
      ruleId: id,
      tests: Object.entries(tables).flatMap(([group, rows]) =>
        rows.filter(({ rule }) => rule === id).map((row) => `${spec} › ${ruleSet.id} › ${group} › ${nameOf(row)}`),
      ),
    })),
  );
}
