import type { Fact, Rule } from '../../rule-set.js';
import { sources } from './sources.js';

export const vaccineFacts: Fact[] = [
  {
    fact: 'vaccine-inactivated',
    answer: 'date',
    group: 'vaccine',
    text: {
      'zh-CN': '最近一次接种灭活、重组或类毒素疫苗是哪天？',
      en: 'When was your last inactivated, recombinant or toxoid vaccine?',
    },
  },
  {
    fact: 'vaccine-live-measles',
    answer: 'date',
    group: 'vaccine',
    text: {
      'zh-CN': '最近一次接种麻疹、腮腺炎或脊髓灰质炎减毒活疫苗是哪天？',
      en: 'When was your last live measles, mumps or polio vaccine?',
    },
  },
  {
    fact: 'vaccine-live-rubella',
    answer: 'date',
    group: 'vaccine',
    text: {
      'zh-CN': '最近一次接种风疹或乙脑减毒活疫苗是哪天？',
      en: 'When was your last live rubella or Japanese encephalitis vaccine?',
    },
  },
  {
    fact: 'vaccine-rabies-unexposed',
    answer: 'date',
    group: 'vaccine',
    text: {
      'zh-CN': '未被动物咬伤，最近一次接种狂犬病疫苗是哪天？',
      en: 'Without having been bitten: when was your last rabies vaccine?',
    },
  },
  {
    fact: 'vaccine-rabies-exposed',
    answer: 'date',
    group: 'vaccine',
    text: {
      'zh-CN': '被动物咬伤后，最后一针狂犬病疫苗是哪天？',
      en: 'After a bite: when was the last dose of rabies vaccine?',
    },
  },
  {
    fact: 'antitoxin',
    answer: 'date',
    group: 'vaccine',
    text: { 'zh-CN': '最近一次注射抗毒素或免疫血清是哪天？', en: 'When did you last get antitoxin or immune serum?' },
  },
  {
    fact: 'hepatitis-b-immunoglobulin',
    answer: 'date',
    group: 'vaccine',
    text: { 'zh-CN': '最近一次注射乙肝免疫球蛋白是哪天？', en: 'When did you last get hepatitis B immunoglobulin?' },
  },
  {
    fact: 'vaccine-covid-inactivated',
    answer: 'date',
    group: 'vaccine',
    text: { 'zh-CN': '最近一次接种新冠灭活疫苗是哪天？', en: 'When was your last inactivated COVID-19 vaccine?' },
  },
  {
    fact: 'vaccine-covid-other',
    answer: 'date',
    group: 'vaccine',
    text: { 'zh-CN': '最近一次接种其他新冠疫苗是哪天？', en: 'When was your last other COVID-19 vaccine?' },
  },
];

export const vaccineRules: Rule[] = [
  {
    id: 'CN-V-INACT',
    kind: 'facts',
    facts: [{ fact: 'vaccine-inactivated', wait: { days: 1 } }],
    text: {
      'zh-CN': '接种灭活、重组或类毒素疫苗后满24小时，无不良反应可以献血。',
      en: 'Giving blood is possible 24 hours after an inactivated, recombinant or toxoid vaccine without a reaction.',
    },
    source: sources.vaccines,
  },
  {
    id: 'CN-V-LIVE1',
    kind: 'facts',
    facts: [{ fact: 'vaccine-live-measles', wait: { weeks: 2 } }],
    text: {
      'zh-CN': '接种麻疹、腮腺炎、脊灰活疫苗后满2周可以献血。',
      en: 'Giving blood is possible 2 weeks after a live measles, mumps or polio vaccine.',
    },
    source: sources.vaccines,
  },
  {
    id: 'CN-V-LIVE2',
    kind: 'facts',
    facts: [
      { fact: 'vaccine-live-rubella', wait: { weeks: 4 } },
      { fact: 'vaccine-rabies-unexposed', wait: { weeks: 4 } },
    ],
    text: {
      'zh-CN': '接种风疹、乙脑活疫苗，或未咬伤接种狂犬病疫苗，满4周可以献血。',
      en: 'Giving blood is possible 4 weeks after a live rubella or Japanese encephalitis vaccine, or a rabies vaccine without a bite.',
    },
    source: sources.vaccines,
  },
  {
    id: 'CN-V-RABEXP',
    kind: 'facts',
    facts: [{ fact: 'vaccine-rabies-exposed', wait: { years: 1 } }],
    text: {
      'zh-CN': '被咬伤后接种狂犬病疫苗，最后一针后满1年可以献血。',
      en: 'Giving blood is possible 1 year after the last dose of rabies vaccine given for a bite.',
    },
    source: sources.vaccines,
  },
  {
    id: 'CN-V-SERUM.antitoxin',
    kind: 'facts',
    facts: [{ fact: 'antitoxin', wait: { weeks: 4 } }],
    text: {
      'zh-CN': '注射抗毒素或免疫血清后满4周可以献血。',
      en: 'Giving blood is possible 4 weeks after antitoxin or immune serum.',
    },
    source: sources.vaccines,
  },
  {
    id: 'CN-V-SERUM.hepatitis-b',
    kind: 'facts',
    facts: [{ fact: 'hepatitis-b-immunoglobulin', wait: { years: 1 } }],
    text: {
      'zh-CN': '注射乙肝免疫球蛋白后满1年可以献血。',
      en: 'Giving blood is possible 1 year after hepatitis B immunoglobulin.',
    },
    source: sources.vaccines,
  },
  {
    id: 'CN-V-COVID.inactivated',
    kind: 'facts',
    facts: [{ fact: 'vaccine-covid-inactivated', wait: { days: 2 } }],
    text: {
      'zh-CN': '接种新冠灭活疫苗后满48小时可以献血。',
      en: 'Giving blood is possible 48 hours after an inactivated COVID-19 vaccine.',
    },
    source: sources.covidNotice,
  },
  {
    id: 'CN-V-COVID.other',
    kind: 'facts',
    facts: [{ fact: 'vaccine-covid-other', wait: { days: 14 } }],
    text: {
      'zh-CN': '接种其他新冠疫苗后满14天可以献血。',
      en: 'Giving blood is possible 14 days after another COVID-19 vaccine.',
    },
    source: sources.covidNotice,
  },
];
