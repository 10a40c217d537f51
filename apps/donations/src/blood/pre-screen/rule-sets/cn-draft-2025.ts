import type { LocalText, Rule, RuleSet } from '../rule-set.js';
import { cn2011 } from './cn-2011/cn-2011.js';

const draft: LocalText = {
  'zh-CN': '《献血法》修订草案（2025年12月17日公布征求意见），尚未施行',
  en: 'Draft revision of the Blood Donation Law, published for comments on 17 December 2025, not in force',
};

/** What the draft says otherwise. It knows no separate range of age for repeat donors. */
const changed: Rule[] = [
  {
    id: 'CN-AGE-MAX',
    kind: 'maximum-age',
    years: 65,
    text: { 'zh-CN': '献血年龄到65周岁为止。', en: 'Blood is given up to the age of 65.' },
    source: draft,
  },
  {
    id: 'CN-INT-WW',
    kind: 'interval',
    products: ['whole-blood'],
    after: 'whole-blood',
    wait: { days: 90 },
    text: {
      'zh-CN': '两次献全血之间间隔满90天。',
      en: 'From one whole blood donation to the next it takes 90 days.',
    },
    source: draft,
  },
];
const dropped = 'CN-AGE-EXT';
const factsOfDropped = ['asks-to-donate', 'past-donation-reaction'];

/**
 * Not enacted as far as could be found. Once it is: enable it with the day it takes effect, and end `CN-2011` and
 * `CN-ZJ-2011`, whose narrower place goes first, on that day.
 */
export const cnDraft2025: RuleSet = {
  ...cn2011,
  id: 'CN-DRAFT-2025',
  // The day it was published; the draft names none of effect.
  effectiveFrom: '2025-12-17',
  enabled: false,
  facts: cn2011.facts.filter(({ fact }) => !factsOfDropped.includes(fact)),
  rules: cn2011.rules
    .filter(({ id }) => id !== dropped)
    .map((rule) => changed.find(({ id }) => id === rule.id) ?? rule),
};
