import type { LocalText, RuleSet } from '../rule-set.js';

const services: LocalText = {
  'zh-CN': '英国血液服务机构公开的献血条件与指南',
  en: 'Criteria and guidelines published by the blood services of the United Kingdom',
};
const tattoos: LocalText = {
  'zh-CN': '英国献血条件，据公开报道',
  en: 'Criteria for giving blood in the United Kingdom, as reported by the press',
};
const notVerified: LocalText = {
  'zh-CN': '英国献血条件，条文未核实',
  en: 'Criteria for giving blood in the United Kingdom, clause not verified',
};
const notStated: LocalText = { 'zh-CN': '已查阅的规定未载明间隔期', en: 'no interval stated in the texts consulted' };
const askForInterval: LocalText = {
  'zh-CN': '与其他献血方式的间隔由当地血站确定。',
  en: 'The blood station decides on the time to wait after another kind of donation.',
};

/** Read and tested, not offered: nobody who runs this collects blood there. */
export const uk: RuleSet = {
  id: 'UK',
  jurisdiction: 'GB',
  // The day the sources were read; they name no day of effect.
  effectiveFrom: '2026-11-23',
  enabled: false,
  facts: [
    {
      fact: 'tattoo',
      answer: 'date',
      group: 'treatment',
      text: { 'zh-CN': '最近一次纹身是哪天？', en: 'When was your last tattoo?' },
    },
    {
      fact: 'piercing',
      answer: 'date',
      group: 'treatment',
      text: { 'zh-CN': '最近一次打耳洞或穿孔是哪天？', en: 'When was your last ear or body piercing?' },
    },
  ],
  rules: [
    {
      id: 'UK-AGE-MIN',
      kind: 'minimum-age',
      years: 17,
      text: { 'zh-CN': '年满17周岁后可以献血。', en: 'Giving blood is possible from the 17th birthday.' },
      source: services,
    },
    {
      id: 'UK-AGE-FIRST',
      kind: 'repeat-donor-age',
      over: 65,
      earlierDonations: 1,
      counting: ['whole-blood', 'platelets', 'plasma', 'double-red-cells'],
      noneOf: [],
      allOf: [],
      text: {
        'zh-CN': '首次献血到65周岁为止；献过血的，可以继续献血。',
        en: 'A first donation is possible up to the age of 65; who gave before may go on giving.',
      },
      source: services,
    },
    {
      id: 'UK-WT',
      kind: 'minimum-weight',
      kilograms: { male: 50, female: 50 },
      text: { 'zh-CN': '献血的体重不低于50公斤。', en: 'Giving blood takes a weight of at least 50 kg.' },
      source: services,
    },
    {
      id: 'UK-INT-WW',
      kind: 'interval',
      products: ['whole-blood'],
      after: 'whole-blood',
      wait: { male: { days: 84 }, female: { days: 112 } },
      text: {
        'zh-CN': '两次献全血之间，男间隔满84天，女间隔满112天。',
        en: 'From one whole blood donation to the next it takes 84 days for men and 112 days for women.',
      },
      source: services,
    },
    {
      id: 'UK-INT-WW.year',
      kind: 'donation-limit',
      products: ['whole-blood'],
      counting: 'whole-blood',
      most: { male: 4, female: 3 },
      within: { days: 365 },
      text: {
        'zh-CN': '任意365天内献全血，男不超过4次，女不超过3次。',
        en: 'Whole blood is given at most 4 times by men and 3 times by women in any 365 days.',
      },
      source: services,
    },
    {
      id: 'UK-INT-PP',
      kind: 'interval',
      products: ['platelets'],
      after: 'platelets',
      wait: { days: 14 },
      text: {
        'zh-CN': '两次献血小板之间间隔满14天。',
        en: 'From one platelet donation to the next it takes 14 days.',
      },
      source: services,
    },
    {
      id: 'UK-INT-PP.year',
      kind: 'donation-limit',
      products: ['platelets'],
      counting: 'platelets',
      most: 24,
      within: { days: 365 },
      text: {
        'zh-CN': '任意365天内献血小板不超过24次。',
        en: 'Platelets are given at most 24 times in any 365 days.',
      },
      source: services,
    },
    {
      id: 'UK-INT-WA',
      kind: 'interval',
      products: ['platelets', 'plasma'],
      after: 'whole-blood',
      wait: { days: 28 },
      text: {
        'zh-CN': '献全血后满28天，可以献血小板或血浆。',
        en: 'Platelets or plasma may be given 28 days after whole blood.',
      },
      source: services,
    },
    {
      id: 'UK-INT-RR',
      kind: 'interval',
      products: ['double-red-cells'],
      after: 'double-red-cells',
      wait: { weeks: 26 },
      text: {
        'zh-CN': '两次献双份红细胞之间间隔满26周。',
        en: 'From one double red cell donation to the next it takes 26 weeks.',
      },
      source: services,
    },
    {
      id: 'UK-INT-OTHER.whole-blood',
      kind: 'interval-not-stated',
      products: ['whole-blood'],
      of: ['platelets', 'plasma', 'double-red-cells', 'stem-cell'],
      text: askForInterval,
      source: notStated,
    },
    {
      id: 'UK-INT-OTHER.double-red-cells',
      kind: 'interval-not-stated',
      products: ['double-red-cells'],
      of: ['whole-blood', 'platelets', 'plasma', 'stem-cell'],
      text: askForInterval,
      source: notStated,
    },
    {
      id: 'UK-INT-OTHER.platelets',
      kind: 'interval-not-stated',
      products: ['platelets'],
      of: ['plasma', 'double-red-cells', 'stem-cell'],
      text: askForInterval,
      source: notStated,
    },
    {
      id: 'UK-INT-OTHER.plasma',
      kind: 'interval-not-stated',
      products: ['plasma'],
      of: ['plasma'],
      text: {
        'zh-CN': '单采血浆由当地血站确定。',
        en: 'The blood station decides on plasma.',
      },
      source: notStated,
    },
    {
      id: 'UK-T-TATTOO',
      kind: 'facts',
      facts: [{ fact: 'tattoo', wait: { months: 4 } }],
      text: { 'zh-CN': '纹身后满4个月可以献血。', en: 'Giving blood is possible 4 months after a tattoo.' },
      source: tattoos,
    },
    {
      id: 'UK-T-PIERCE',
      kind: 'facts',
      facts: [{ fact: 'piercing', wait: { months: 4 } }],
      text: {
        'zh-CN': '打耳洞或穿孔后满4个月可以献血。',
        en: 'Giving blood is possible 4 months after an ear or body piercing.',
      },
      source: notVerified,
    },
  ],
};
