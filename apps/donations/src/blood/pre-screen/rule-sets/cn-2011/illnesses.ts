import type { Fact, Rule } from '../../rule-set.js';
import { sources } from './sources.js';

export const illnessFacts: Fact[] = [
  {
    fact: 'eye-disease',
    answer: 'date',
    group: 'illness',
    text: { 'zh-CN': '最近一次眼病是哪天痊愈的？', en: 'When was your last eye disease cured?' },
  },
  {
    fact: 'cold-recovered',
    answer: 'date',
    group: 'illness',
    text: { 'zh-CN': '最近一次感冒或上呼吸道感染是哪天痊愈的？', en: 'When had you recovered from your last cold?' },
  },
  {
    fact: 'gastroenteritis-recovered',
    answer: 'date',
    group: 'illness',
    text: {
      'zh-CN': '最近一次急性肠胃炎是哪天痊愈的？',
      en: 'When had you recovered from your last acute gastroenteritis?',
    },
  },
  {
    fact: 'pneumonia-recovered',
    answer: 'date',
    group: 'illness',
    text: { 'zh-CN': '肺炎是哪天痊愈的？', en: 'When had you recovered from pneumonia?' },
  },
  {
    fact: 'pyelonephritis-recovered',
    answer: 'date',
    group: 'illness',
    text: { 'zh-CN': '急性肾盂肾炎是哪天痊愈的？', en: 'When had you recovered from acute pyelonephritis?' },
  },
  {
    fact: 'urinary-infection-recovered',
    answer: 'date',
    group: 'illness',
    text: { 'zh-CN': '急性泌尿道感染是哪天痊愈的？', en: 'When had you recovered from an acute urinary infection?' },
  },
  {
    fact: 'urinary-stones-active',
    answer: 'choice',
    group: 'illness',
    text: { 'zh-CN': '您的泌尿系统结石正在发作吗？', en: 'Do urinary stones trouble you at present?' },
  },
  {
    fact: 'skin-inflammation-local-healed',
    answer: 'date',
    group: 'illness',
    text: { 'zh-CN': '伤口或局部炎症是哪天愈合的？', en: 'When had a wound or local inflammation healed?' },
  },
  {
    fact: 'skin-inflammation-wide-healed',
    answer: 'date',
    group: 'illness',
    text: { 'zh-CN': '大面积皮肤炎症是哪天愈合的？', en: 'When had a widespread skin inflammation healed?' },
  },
  {
    fact: 'rheumatic-fever',
    answer: 'date',
    group: 'illness',
    text: { 'zh-CN': '急性风湿热是哪天痊愈的？', en: 'When had you recovered from acute rheumatic fever?' },
  },
];

export const illnessRules: Rule[] = [
  {
    id: 'CN-T-EYE.disease',
    kind: 'facts',
    facts: [{ fact: 'eye-disease', wait: { weeks: 1 } }],
    text: {
      'zh-CN': '眼病痊愈后满1周可以献血。',
      en: 'Giving blood is possible 1 week after an eye disease is cured.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-URI',
    kind: 'facts',
    facts: [
      { fact: 'cold-recovered', wait: { weeks: 1 } },
      { fact: 'gastroenteritis-recovered', wait: { weeks: 1 } },
    ],
    text: {
      'zh-CN': '感冒或急性肠胃炎痊愈后满1周可以献血。',
      en: 'Giving blood is possible 1 week after recovery from a cold or acute gastroenteritis.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-PNEU',
    kind: 'facts',
    facts: [
      { fact: 'pneumonia-recovered', wait: { months: 3 } },
      { fact: 'pyelonephritis-recovered', wait: { months: 3 } },
    ],
    text: {
      'zh-CN': '肺炎或急性肾盂肾炎痊愈后满3个月可以献血。',
      en: 'Giving blood is possible 3 months after recovery from pneumonia or acute pyelonephritis.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-UTI',
    kind: 'facts',
    facts: [
      { fact: 'urinary-infection-recovered', wait: { months: 1 } },
      { fact: 'urinary-stones-active', outcome: 'deferred' },
    ],
    text: {
      'zh-CN': '急性泌尿道感染痊愈后满1个月可以献血；结石发作期暂缓。',
      en: 'Giving blood is possible 1 month after recovery from an acute urinary infection; stones wait until they are quiet.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-SKIN.local',
    kind: 'facts',
    facts: [{ fact: 'skin-inflammation-local-healed', wait: { weeks: 1 } }],
    text: {
      'zh-CN': '伤口或局部炎症愈合后满1周可以献血。',
      en: 'Giving blood is possible 1 week after a wound or local inflammation has healed.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-SKIN.wide',
    kind: 'facts',
    facts: [{ fact: 'skin-inflammation-wide-healed', wait: { weeks: 2 } }],
    text: {
      'zh-CN': '大面积皮肤炎症愈合后满2周可以献血。',
      en: 'Giving blood is possible 2 weeks after a widespread skin inflammation has healed.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-RHEUM',
    kind: 'facts',
    facts: [{ fact: 'rheumatic-fever', wait: { years: 2 } }],
    text: {
      'zh-CN': '急性风湿热痊愈后满2年可以献血。',
      en: 'Giving blood is possible 2 years after recovery from acute rheumatic fever.',
    },
    source: sources.notVerified,
  },
];
