import { Refusal } from '@sanxian/shared/contracts';
import { donationsProblems } from '../problems.js';
import type { CalendarDate } from './pre-screen/calendar-date.js';
import type { RuleSet } from './pre-screen/rule-set.js';
import { findRuleSet, ruleSets } from './pre-screen/rule-sets.js';

/** @throws Refusal rule-set-not-enabled */
export function enabledRuleSet(area: string, onDate: CalendarDate): RuleSet {
  const ruleSet = findRuleSet(ruleSets, area, onDate);
  if (!ruleSet) throw new Refusal(donationsProblems['rule-set-not-enabled']);
  return ruleSet;
}
