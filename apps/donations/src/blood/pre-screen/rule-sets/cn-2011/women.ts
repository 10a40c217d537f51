import type { Fact, Rule } from '../../rule-set.js';
import { sources } from './sources.js';

export const womenFacts: Fact[] = [
  {
    fact: 'menstruation-end',
    answer: 'date',
    group: 'women',
    text: { 'zh-CN': '最近一次月经是哪天结束的？', en: 'On which day did your last period end?' },
  },
  {
    fact: 'pregnant',
    answer: 'choice',
    group: 'women',
    text: { 'zh-CN': '您现在怀孕吗？', en: 'Are you pregnant now?' },
  },
  {
    fact: 'miscarriage',
    answer: 'date',
    group: 'women',
    text: { 'zh-CN': '最近一次流产是哪天？', en: 'When was your last miscarriage?' },
  },
  {
    fact: 'delivery',
    answer: 'date',
    group: 'women',
    text: { 'zh-CN': '最近一次分娩是哪天？', en: 'When did you last give birth?' },
  },
  {
    fact: 'breastfeeding',
    answer: 'choice',
    group: 'women',
    text: { 'zh-CN': '您现在哺乳吗？', en: 'Are you breastfeeding now?' },
  },
];

export const womenRules: Rule[] = [
  {
    id: 'CN-T-MENS',
    kind: 'facts',
    facts: [{ fact: 'menstruation-end', wait: { days: 3 } }],
    text: {
      'zh-CN': '月经结束后满3天可以献血，来潮前3天也请避开。',
      en: 'Giving blood is possible 3 days after a period; the 3 days before one are better left out too.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-PREG',
    kind: 'facts',
    facts: [
      { fact: 'pregnant', outcome: 'deferred' },
      { fact: 'miscarriage', wait: { months: 6 } },
    ],
    text: {
      'zh-CN': '妊娠期暂缓献血；流产后满6个月可以献血。',
      en: 'During pregnancy giving blood waits; after a miscarriage it is possible in 6 months.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-BIRTH',
    kind: 'facts',
    facts: [
      { fact: 'delivery', wait: { years: 1 } },
      { fact: 'breastfeeding', outcome: 'deferred' },
    ],
    text: {
      'zh-CN': '分娩后满1年并已结束哺乳，可以献血。',
      en: 'Giving blood is possible 1 year after birth, when breastfeeding is over.',
    },
    source: sources.standard,
  },
];
