import type { Fact, Rule } from '../../rule-set.js';
import { sources } from './sources.js';

export const infectionFacts: Fact[] = [
  {
    fact: 'infectious-contact',
    answer: 'choice',
    group: 'infection',
    text: {
      'zh-CN': '您最近与传染病患者有过密切接触吗？',
      en: 'Have you been in close contact with somebody with an infectious disease lately?',
    },
  },
  {
    fact: 'hepatitis-a-cured',
    answer: 'date',
    group: 'infection',
    text: { 'zh-CN': '甲型肝炎是哪天治愈的？', en: 'When was your hepatitis A cured?' },
  },
  {
    fact: 'typhoid-cured',
    answer: 'date',
    group: 'infection',
    text: { 'zh-CN': '伤寒是哪天治愈的？', en: 'When was your typhoid cured?' },
  },
  {
    fact: 'dysentery-recovered',
    answer: 'date',
    group: 'infection',
    text: { 'zh-CN': '痢疾是哪天痊愈的？', en: 'When had you recovered from dysentery?' },
  },
  {
    fact: 'toxoplasmosis-recovered',
    answer: 'date',
    group: 'infection',
    text: { 'zh-CN': '弓形体病是哪天痊愈的？', en: 'When had you recovered from toxoplasmosis?' },
  },
  {
    fact: 'brucellosis-recovered',
    answer: 'date',
    group: 'infection',
    text: { 'zh-CN': '布鲁氏菌病是哪天痊愈的？', en: 'When had you recovered from brucellosis?' },
  },
  {
    fact: 'q-fever-recovered',
    answer: 'date',
    group: 'infection',
    text: { 'zh-CN': 'Q热是哪天痊愈的？', en: 'When had you recovered from Q fever?' },
  },
  {
    fact: 'malaria-area-visit',
    answer: 'date',
    group: 'infection',
    text: { 'zh-CN': '最近一次离开疟疾流行地区是哪天？', en: 'When did you last leave an area with malaria?' },
  },
  {
    fact: 'malaria-cured',
    answer: 'date',
    group: 'infection',
    text: { 'zh-CN': '疟疾是哪天治愈的？', en: 'When was your malaria cured?' },
  },
  {
    fact: 'hepatitis-b-carrier',
    answer: 'choice',
    group: 'infection',
    text: { 'zh-CN': '您患有乙型肝炎或携带乙肝病毒吗？', en: 'Do you have hepatitis B or carry its virus?' },
  },
  {
    fact: 'hepatitis-c-ever',
    answer: 'choice',
    group: 'infection',
    text: { 'zh-CN': '您患过丙型肝炎吗？', en: 'Have you ever had hepatitis C?' },
  },
  {
    fact: 'hiv-ever',
    answer: 'choice',
    group: 'infection',
    text: { 'zh-CN': '您感染过艾滋病病毒（HIV）吗？', en: 'Have you ever had HIV?' },
  },
  {
    fact: 'syphilis-ever',
    answer: 'choice',
    group: 'infection',
    text: { 'zh-CN': '您患过梅毒吗？', en: 'Have you ever had syphilis?' },
  },
  {
    fact: 'other-std-ever',
    answer: 'choice',
    group: 'infection',
    text: { 'zh-CN': '您患过淋病等其他性病吗？', en: 'Have you ever had gonorrhoea or another STD?' },
  },
  {
    fact: 'leprosy-ever',
    answer: 'choice',
    group: 'infection',
    text: { 'zh-CN': '您患过麻风病吗？', en: 'Have you ever had leprosy?' },
  },
  {
    fact: 'tuberculosis-ever',
    answer: 'choice',
    group: 'infection',
    text: { 'zh-CN': '您患过结核病吗？', en: 'Have you ever had tuberculosis?' },
  },
  {
    fact: 'recipient-infected',
    answer: 'choice',
    group: 'infection',
    text: { 'zh-CN': '是否有人因输入您的血液而感染？', en: 'Has anybody ever been infected by blood you gave?' },
  },
];

export const infectionRules: Rule[] = [
  {
    id: 'CN-T-CONTACT',
    kind: 'facts',
    facts: [{ fact: 'infectious-contact', outcome: 'ask-blood-station' }],
    text: {
      'zh-CN': '密切接触传染病患者后，等待时间按该病最长潜伏期，请咨询血站。',
      en: 'After close contact the wait is the longest incubation period of the disease: please ask the blood station.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-HEPA',
    kind: 'facts',
    facts: [
      { fact: 'hepatitis-a-cured', wait: { years: 1 } },
      { fact: 'typhoid-cured', wait: { years: 1 } },
    ],
    text: {
      'zh-CN': '甲型肝炎、伤寒治愈后满1年可以献血。',
      en: 'Giving blood is possible 1 year after hepatitis A or typhoid is cured.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-DYS',
    kind: 'facts',
    facts: [
      { fact: 'dysentery-recovered', wait: { months: 6 } },
      { fact: 'toxoplasmosis-recovered', wait: { months: 6 } },
    ],
    text: {
      'zh-CN': '痢疾、弓形体病痊愈后满6个月可以献血。',
      en: 'Giving blood is possible 6 months after recovery from dysentery or toxoplasmosis.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-BRUC',
    kind: 'facts',
    facts: [
      { fact: 'brucellosis-recovered', wait: { years: 2 } },
      { fact: 'q-fever-recovered', wait: { years: 2 } },
    ],
    text: {
      'zh-CN': '布鲁氏菌病、Q热痊愈后满2年可以献血。',
      en: 'Giving blood is possible 2 years after recovery from brucellosis or Q fever.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-MAL1',
    kind: 'facts',
    facts: [{ fact: 'malaria-area-visit', wait: { years: 1 } }],
    text: {
      'zh-CN': '离开疟疾流行地区后满1年可以献血。',
      en: 'Giving blood is possible 1 year after leaving an area with malaria.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-MAL2',
    kind: 'facts',
    facts: [{ fact: 'malaria-cured', wait: { years: 3 } }],
    text: { 'zh-CN': '疟疾治愈后满3年可以献血。', en: 'Giving blood is possible 3 years after malaria is cured.' },
    source: sources.standard,
  },
  {
    id: 'CN-P-INFECT',
    kind: 'facts',
    facts: [
      { fact: 'hepatitis-b-carrier', outcome: 'not-eligible' },
      { fact: 'hepatitis-c-ever', outcome: 'not-eligible' },
      { fact: 'hiv-ever', outcome: 'not-eligible' },
      { fact: 'syphilis-ever', outcome: 'not-eligible' },
      { fact: 'other-std-ever', outcome: 'not-eligible' },
      { fact: 'leprosy-ever', outcome: 'not-eligible' },
      { fact: 'tuberculosis-ever', outcome: 'not-eligible' },
      { fact: 'recipient-infected', outcome: 'not-eligible' },
    ],
    text: {
      'zh-CN': '有可经血液传播的感染史时，不适合献血。',
      en: 'With an infection that blood may carry, giving blood is not advised.',
    },
    source: sources.notVerified,
  },
];
