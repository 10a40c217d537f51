import type { CalendarDate } from './calendar-date.js';
import { type RuleSet, readRuleSet } from './rule-set.js';
import { cn2011 } from './rule-sets/cn-2011/cn-2011.js';
import { cnZj2011 } from './rule-sets/cn-zj-2011.js';

export const ruleSets: RuleSet[] = [cn2011, cnZj2011].map(readRuleSet);

/** A GB/T 2260 code lies in China; the other areas are named by their jurisdiction. */
export const areaPattern = /^([1-8]\d{5}(\d{3})?|US|GB|EU|WHO)$/;

/**
 * The enabled rule set for a place of collection on a date: the narrowest jurisdiction that holds the area, then the
 * newest one in force. A date before all of them gets the oldest, for any date may be asked about.
 */
export function findRuleSet(all: readonly RuleSet[], area: string, onDate: CalendarDate): RuleSet | undefined {
  const place = /^\d/.test(area) ? `CN-${area}` : area;
  const [narrowest] = all
    .filter(({ enabled, jurisdiction }) => enabled && place.startsWith(jurisdiction))
    .sort((a, b) => b.jurisdiction.length - a.jurisdiction.length);
  const candidates = all
    .filter(({ enabled, jurisdiction }) => enabled && jurisdiction === narrowest?.jurisdiction)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  const inForce = ({ effectiveFrom, effectiveTo }: RuleSet) =>
    effectiveFrom <= onDate && (effectiveTo === undefined || onDate < effectiveTo);
  return candidates.find(inForce) ?? candidates.at(-1);
}
