import type { Rule } from '../../rule-set.js';
import { sources } from './sources.js';

export const intervalRules: Rule[] = [
  {
    id: 'CN-INT-WW',
    kind: 'interval',
    products: ['whole-blood'],
    after: 'whole-blood',
    wait: { months: 6 },
    text: {
      'zh-CN': '两次献全血之间间隔满6个月。',
      en: 'From one whole blood donation to the next it takes 6 months.',
    },
    source: sources.bloodDonationLaw,
  },
  {
    id: 'CN-INT-WP',
    kind: 'interval',
    products: ['platelets'],
    after: 'whole-blood',
    wait: { months: 3 },
    text: {
      'zh-CN': '献全血后满3个月，可以献血小板。',
      en: 'Platelets may be given 3 months after whole blood.',
    },
    source: sources.standardOnIntervals,
  },
  {
    id: 'CN-INT-PW',
    kind: 'interval',
    products: ['whole-blood'],
    after: 'platelets',
    wait: { weeks: 4 },
    text: {
      'zh-CN': '献血小板后满4周，可以献全血。',
      en: 'Whole blood may be given 4 weeks after platelets.',
    },
    source: sources.standardOnIntervals,
  },
  {
    id: 'CN-INT-PP',
    kind: 'interval',
    products: ['platelets'],
    after: 'platelets',
    wait: { weeks: 2 },
    text: {
      'zh-CN': '两次献血小板之间间隔满2周。',
      en: 'From one platelet donation to the next it takes 2 weeks.',
    },
    source: sources.standardOnIntervals,
  },
  {
    id: 'CN-INT-PP.year',
    kind: 'donation-limit',
    products: ['platelets'],
    counting: 'platelets',
    most: 24,
    // The texts do not say which year: a rolling one is the careful reading.
    within: { days: 365 },
    text: {
      'zh-CN': '任意365天内献血小板不超过24次。',
      en: 'Platelets are given at most 24 times in any 365 days.',
    },
    source: sources.standardOnIntervals,
  },
  {
    id: 'CN-INT-PLASMA',
    kind: 'interval-not-stated',
    of: ['plasma'],
    text: {
      'zh-CN': '单采血浆与献血的间隔由血站确定。',
      en: 'The blood station decides on plasma and on the time to wait after it.',
    },
    source: sources.noIntervalFound,
  },
  {
    id: 'CN-INT-STEM-CELL',
    kind: 'interval-not-stated',
    of: ['stem-cell'],
    text: {
      'zh-CN': '捐献造血干细胞后的献血时间由血站确定。',
      en: 'The blood station decides on the time to wait after a stem-cell donation.',
    },
    source: sources.noIntervalFound,
  },
];
