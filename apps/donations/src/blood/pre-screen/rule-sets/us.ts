import type { LocalText, RuleSet } from '../rule-set.js';

const criteria: LocalText = {
  'zh-CN': '美国红十字会与FDA的献血条件，据其公开说明和2019年公开报道',
  en: 'Criteria of the American Red Cross and the FDA, as published and as reported by the press in 2019',
};
const notVerified: LocalText = {
  'zh-CN': '美国FDA规定，条文未核实',
  en: 'FDA rules, clause not verified',
};
const notStated: LocalText = { 'zh-CN': '已查阅的规定未载明间隔期', en: 'no interval stated in the texts consulted' };
const askForInterval: LocalText = {
  'zh-CN': '与其他献血方式的间隔由当地血站确定。',
  en: 'The blood station decides on the time to wait after another kind of donation.',
};

/** Read and tested, not offered: nobody who runs this collects blood there. */
export const us: RuleSet = {
  id: 'US',
  jurisdiction: 'US',
  // The day the sources were read; they name no day of effect.
  effectiveFrom: '2026-11-23',
  enabled: false,
  facts: [
    {
      fact: 'tattoo-unregulated',
      answer: 'date',
      group: 'treatment',
      text: {
        'zh-CN': '最近一次在不受监管的场所纹身是哪天？',
        en: 'When did you last get a tattoo in a place that is not regulated?',
      },
    },
    {
      fact: 'piercing-gun-reused',
      answer: 'date',
      group: 'treatment',
      text: {
        'zh-CN': '最近一次用重复使用的穿孔枪穿孔是哪天？',
        en: 'When were you last pierced with a reusable gun?',
      },
    },
    {
      fact: 'vaccine-mmr',
      answer: 'date',
      group: 'vaccine',
      text: {
        'zh-CN': '最近一次接种麻疹、腮腺炎、风疹联合疫苗是哪天？',
        en: 'When was your last measles, mumps and rubella vaccine?',
      },
    },
    {
      fact: 'vaccine-hepatitis-b-unexposed',
      answer: 'date',
      group: 'vaccine',
      text: {
        'zh-CN': '未接触过乙肝病毒，最近一次接种乙肝疫苗是哪天？',
        en: 'Without having been exposed: when was your last hepatitis B vaccine?',
      },
    },
  ],
  rules: [
    {
      id: 'US-AGE-MIN',
      kind: 'minimum-age',
      years: 17,
      askFrom: 16,
      text: {
        'zh-CN': '年满17周岁后可以献血；满16周岁的，各州规定不同。',
        en: 'Giving blood is possible from the 17th birthday; at 16 it depends on the state.',
      },
      source: criteria,
    },
    {
      id: 'US-WT',
      kind: 'minimum-weight',
      kilograms: { male: 50, female: 50 },
      text: { 'zh-CN': '献血的体重不低于50公斤。', en: 'Giving blood takes a weight of at least 50 kg.' },
      source: criteria,
    },
    {
      id: 'US-INT-WW',
      kind: 'interval',
      products: ['whole-blood'],
      after: 'whole-blood',
      wait: { days: 56 },
      text: {
        'zh-CN': '两次献全血之间间隔满56天。',
        en: 'From one whole blood donation to the next it takes 56 days.',
      },
      source: criteria,
    },
    {
      id: 'US-INT-WW.year',
      kind: 'donation-limit',
      products: ['whole-blood'],
      counting: 'whole-blood',
      most: 6,
      within: { days: 365 },
      text: {
        'zh-CN': '任意365天内献全血不超过6次。',
        en: 'Whole blood is given at most 6 times in any 365 days.',
      },
      source: criteria,
    },
    {
      id: 'US-INT-RR',
      kind: 'interval',
      products: ['double-red-cells'],
      after: 'double-red-cells',
      wait: { days: 112 },
      text: {
        'zh-CN': '两次献双份红细胞之间间隔满112天。',
        en: 'From one double red cell donation to the next it takes 112 days.',
      },
      source: criteria,
    },
    {
      id: 'US-INT-RR.year',
      kind: 'donation-limit',
      products: ['double-red-cells'],
      counting: 'double-red-cells',
      most: 3,
      within: { days: 365 },
      text: {
        'zh-CN': '任意365天内献双份红细胞不超过3次。',
        en: 'Double red cells are given at most 3 times in any 365 days.',
      },
      source: criteria,
    },
    {
      id: 'US-INT-PP',
      kind: 'interval',
      products: ['platelets'],
      after: 'platelets',
      wait: { days: 7 },
      text: {
        'zh-CN': '两次献血小板之间间隔满7天。',
        en: 'From one platelet donation to the next it takes 7 days.',
      },
      source: criteria,
    },
    {
      id: 'US-INT-PP.year',
      kind: 'donation-limit',
      products: ['platelets'],
      counting: 'platelets',
      most: 24,
      within: { days: 365 },
      text: {
        'zh-CN': '任意365天内献血小板不超过24次。',
        en: 'Platelets are given at most 24 times in any 365 days.',
      },
      source: criteria,
    },
    {
      id: 'US-INT-PLASMA',
      kind: 'interval',
      products: ['plasma'],
      after: 'plasma',
      wait: { days: 28 },
      text: {
        'zh-CN': '两次献血浆之间间隔满28天。',
        en: 'From one plasma donation to the next it takes 28 days.',
      },
      source: notVerified,
    },
    {
      id: 'US-INT-OTHER.whole-blood',
      kind: 'interval-not-stated',
      products: ['whole-blood'],
      of: ['platelets', 'plasma', 'double-red-cells', 'stem-cell'],
      text: askForInterval,
      source: notStated,
    },
    {
      id: 'US-INT-OTHER.double-red-cells',
      kind: 'interval-not-stated',
      products: ['double-red-cells'],
      of: ['whole-blood', 'platelets', 'plasma', 'stem-cell'],
      text: askForInterval,
      source: notStated,
    },
    {
      id: 'US-INT-OTHER.platelets',
      kind: 'interval-not-stated',
      products: ['platelets'],
      of: ['whole-blood', 'plasma', 'double-red-cells', 'stem-cell'],
      text: askForInterval,
      source: notStated,
    },
    {
      id: 'US-INT-OTHER.plasma',
      kind: 'interval-not-stated',
      products: ['plasma'],
      of: ['whole-blood', 'platelets', 'double-red-cells', 'stem-cell'],
      text: askForInterval,
      source: notStated,
    },
    {
      id: 'US-T-TATTOO',
      kind: 'facts',
      facts: [
        { fact: 'tattoo-unregulated', wait: { months: 3 } },
        { fact: 'piercing-gun-reused', wait: { months: 3 } },
      ],
      text: {
        'zh-CN': '在不受监管的场所纹身，或用重复使用的穿孔枪穿孔后，满3个月可以献血。',
        en: 'Giving blood is possible 3 months after a tattoo in a place that is not regulated, or a piercing with a reusable gun.',
      },
      source: criteria,
    },
    {
      id: 'US-V-MMR',
      kind: 'facts',
      facts: [{ fact: 'vaccine-mmr', wait: { weeks: 4 } }],
      text: {
        'zh-CN': '接种麻疹、腮腺炎、风疹联合疫苗后满4周可以献血。',
        en: 'Giving blood is possible 4 weeks after a measles, mumps and rubella vaccine.',
      },
      source: criteria,
    },
    {
      id: 'US-V-HEPB',
      kind: 'facts',
      facts: [{ fact: 'vaccine-hepatitis-b-unexposed', wait: { days: 21 } }],
      text: {
        'zh-CN': '未接触过乙肝病毒，接种乙肝疫苗后满21天可以献血。',
        en: 'Giving blood is possible 21 days after a hepatitis B vaccine without exposure.',
      },
      source: criteria,
    },
  ],
};
