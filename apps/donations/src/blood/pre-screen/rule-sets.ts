import type { CalendarDate } from './calendar-date.js';
import { type RuleSet, readRuleSet } from './rule-set.js';
import { cn2011 } from './rule-sets/cn-2011/cn-2011.js';
import { cnDraft2025 } from './rule-sets/cn-draft-2025.js';
import { cnZj2011 } from './rule-sets/cn-zj-2011.js';
import { uk } from './rule-sets/uk.js';
import { us } from './rule-sets/us.js';

export const ruleSets: RuleSet[] = [cn2011, cnZj2011, cnDraft2025, us, uk].map(readRuleSet);

/** A GB/T 2260 code lies in China; the other areas are named by their jurisdiction. */
export const areaPattern = /^([1-8]\d{5}(\d{3})?|US|GB|EU|WHO)$/;

/**
 * The enabled rule set for a place of collection on a date: of those in force the one for the narrowest jurisdiction,
 * then the newest. A date before all of them gets the first, for any date may be asked about.
 */
export function findRuleSet(all: readonly RuleSet[], area: string, onDate: CalendarDate): RuleSet | undefined {
  const place = /^\d/.test(area) ? `CN-${area}` : area;
  const candidates = all.filter(({ enabled, jurisdiction }) => enabled && place.startsWith(jurisdiction));
  const inForce = ({ effectiveFrom, effectiveTo }: RuleSet) =>
    effectiveFrom <= onDate && (effectiveTo === undefined || onDate < effectiveTo);
  const narrower = (a: RuleSet, b: RuleSet) => b.jurisdiction.length - a.jurisdiction.length;
  const [current] = candidates
    .filter(inForce)
    .sort((a, b) => narrower(a, b) || compare(b.effectiveFrom, a.effectiveFrom));
  const [first] = candidates
    .filter(({ effectiveFrom }) => onDate < effectiveFrom)
    .sort((a, b) => compare(a.effectiveFrom, b.effectiveFrom) || narrower(a, b));
  return current ?? first;
}

const compare = (a: CalendarDate, b: CalendarDate): number => (a < b ? -1 : Number(a > b));
