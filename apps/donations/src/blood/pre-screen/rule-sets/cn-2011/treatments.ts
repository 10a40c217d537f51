import type { Fact, Rule } from '../../rule-set.js';
import { sources } from './sources.js';

export const treatmentFacts: Fact[] = [
  {
    fact: 'oral-care',
    answer: 'date',
    group: 'treatment',
    text: { 'zh-CN': '最近一次洁牙或口腔护理是哪天？', en: 'When was your last oral care or scaling?' },
  },
  {
    fact: 'tooth-extraction',
    answer: 'date',
    group: 'treatment',
    text: { 'zh-CN': '最近一次拔牙是哪天？', en: 'When was your last tooth extraction?' },
  },
  {
    fact: 'minor-surgery',
    answer: 'date',
    group: 'treatment',
    text: { 'zh-CN': '最近一次小手术是哪天？', en: 'When was your last minor operation?' },
  },
  {
    fact: 'surgery-appendix',
    answer: 'date',
    group: 'treatment',
    text: {
      'zh-CN': '阑尾、疝气或扁桃体手术后，哪天康复？',
      en: 'When had you recovered from an appendix, hernia or tonsil operation?',
    },
  },
  {
    fact: 'surgery-large',
    answer: 'date',
    group: 'treatment',
    text: { 'zh-CN': '较大手术后，哪天康复？', en: 'When had you recovered from a larger operation?' },
  },
  {
    fact: 'benign-tumour-operated',
    answer: 'date',
    group: 'treatment',
    text: {
      'zh-CN': '妇科良性肿瘤或体表良性肿瘤，哪天手术？',
      en: 'When was a benign gynaecological or surface tumour removed?',
    },
  },
  {
    fact: 'eye-surgery',
    answer: 'date',
    group: 'treatment',
    text: { 'zh-CN': '眼科手术后，哪天康复？', en: 'When had you recovered from eye surgery?' },
  },
  {
    fact: 'tattoo',
    answer: 'date',
    group: 'treatment',
    text: { 'zh-CN': '最近一次纹身是哪天？', en: 'When was your last tattoo?' },
  },
  {
    fact: 'contaminated-instrument-injury',
    answer: 'date',
    group: 'treatment',
    text: { 'zh-CN': '被带血的针具或器械弄伤是哪天？', en: 'When were you injured by an instrument with blood on it?' },
  },
  {
    fact: 'piercing',
    answer: 'date',
    group: 'treatment',
    text: { 'zh-CN': '最近一次打耳洞或穿孔是哪天？', en: 'When was your last ear or body piercing?' },
  },
  {
    fact: 'aspirin',
    answer: 'date',
    group: 'treatment',
    text: { 'zh-CN': '最近一次服用阿司匹林类药物是哪天？', en: 'When did you last take aspirin or a similar drug?' },
  },
  {
    fact: 'transfusion-received',
    answer: 'date',
    group: 'treatment',
    text: { 'zh-CN': '最近一次接受输血是哪天？', en: 'When did you last receive blood?' },
  },
];

export const treatmentRules: Rule[] = [
  {
    id: 'CN-T-DENTAL1',
    kind: 'facts',
    facts: [{ fact: 'oral-care', wait: { days: 3 } }],
    text: {
      'zh-CN': '口腔护理、洁牙后满3天可以献血。',
      en: 'Giving blood is possible 3 days after oral care or scaling.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-DENTAL2',
    kind: 'facts',
    facts: [
      { fact: 'tooth-extraction', wait: { days: 15 } },
      { fact: 'minor-surgery', wait: { days: 15 } },
    ],
    text: {
      'zh-CN': '拔牙或小手术后满15天可以献血。',
      en: 'Giving blood is possible 15 days after a tooth extraction or minor operation.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-SURG2',
    kind: 'facts',
    facts: [{ fact: 'surgery-appendix', wait: { months: 3 } }],
    text: {
      'zh-CN': '阑尾、疝气、扁桃体手术康复后满3个月可以献血。',
      en: 'Giving blood is possible 3 months after recovery from an appendix, hernia or tonsil operation.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-SURG3',
    kind: 'facts',
    facts: [{ fact: 'surgery-large', wait: { months: 6 } }],
    text: {
      'zh-CN': '较大手术康复后满6个月可以献血。',
      en: 'Giving blood is possible 6 months after recovery from a larger operation.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-TUMOR',
    kind: 'facts',
    facts: [{ fact: 'benign-tumour-operated', wait: { years: 1 } }],
    text: {
      'zh-CN': '妇科或体表良性肿瘤术后满1年可以献血。',
      en: 'Giving blood is possible 1 year after removal of a benign gynaecological or surface tumour.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-EYE.surgery',
    kind: 'facts',
    facts: [{ fact: 'eye-surgery', wait: { months: 3 } }],
    text: {
      'zh-CN': '眼科手术康复后满3个月可以献血。',
      en: 'Giving blood is possible 3 months after recovery from eye surgery.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-TATTOO',
    kind: 'facts',
    facts: [
      { fact: 'tattoo', wait: { years: 1 } },
      { fact: 'contaminated-instrument-injury', wait: { years: 1 } },
    ],
    text: {
      'zh-CN': '纹身或被带血器械弄伤后满1年可以献血。',
      en: 'Giving blood is possible 1 year after a tattoo or an injury by an instrument with blood on it.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-PIERCE',
    kind: 'facts',
    facts: [{ fact: 'piercing', wait: { years: 1 } }],
    text: {
      'zh-CN': '打耳洞或穿孔后满1年可以献血。',
      en: 'Giving blood is possible 1 year after an ear or body piercing.',
    },
    source: sources.stationPractice,
  },
  {
    id: 'CN-T-ASA',
    kind: 'facts',
    products: ['platelets'],
    facts: [{ fact: 'aspirin', wait: { days: 5 } }],
    text: {
      'zh-CN': '服用阿司匹林类药物后满5天可以献血小板。',
      en: 'Platelets may be given 5 days after aspirin or a similar drug.',
    },
    source: sources.standard,
  },
  {
    id: 'CN-T-TRANSF',
    kind: 'facts',
    facts: [{ fact: 'transfusion-received', wait: { years: 1 } }],
    text: { 'zh-CN': '接受输血后满1年可以献血。', en: 'Giving blood is possible 1 year after receiving blood.' },
    source: sources.notVerified,
  },
];
