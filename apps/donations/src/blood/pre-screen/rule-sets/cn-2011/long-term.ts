import type { Fact, Rule } from '../../rule-set.js';
import { sources } from './sources.js';

// Which of these exclude for good is not verified, and only the station may refuse: all lead to "ask the station".
// Dependence is left to the talk in person, as is all of CN-P-HIGHRISK.
export const longTermFacts: Fact[] = [
  {
    fact: 'chronic-heart-disease',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有心血管慢性病吗？', en: 'Do you have a chronic disease of heart or vessels?' },
  },
  {
    fact: 'chronic-lung-disease',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有呼吸系统慢性病吗？', en: 'Do you have a chronic disease of the lungs?' },
  },
  {
    fact: 'chronic-kidney-disease',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有肾脏或泌尿系统慢性病吗？', en: 'Do you have a chronic disease of kidneys or urinary tract?' },
  },
  {
    fact: 'chronic-digestive-disease',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有消化系统慢性病吗？', en: 'Do you have a chronic disease of the digestive system?' },
  },
  {
    fact: 'blood-disease',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有血液系统疾病吗？', en: 'Do you have a disease of the blood?' },
  },
  {
    fact: 'diabetes',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有糖尿病吗？', en: 'Do you have diabetes?' },
  },
  {
    fact: 'endocrine-disease',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有其他内分泌或代谢疾病吗？', en: 'Do you have another endocrine or metabolic disease?' },
  },
  {
    fact: 'autoimmune-disease',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有自身免疫性疾病吗？', en: 'Do you have an autoimmune disease?' },
  },
  {
    fact: 'mental-illness',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有精神疾病吗？', en: 'Do you have a mental illness?' },
  },
  {
    fact: 'epilepsy',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有癫痫吗？', en: 'Do you have epilepsy?' },
  },
  {
    fact: 'cancer',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您患过癌症吗？', en: 'Have you ever had cancer?' },
  },
  {
    fact: 'asthma',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有哮喘吗？', en: 'Do you have asthma?' },
  },
  {
    fact: 'severe-allergy',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有严重过敏性疾病吗？', en: 'Do you have a severe allergy?' },
  },
  {
    fact: 'major-organ-removed',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您切除过重要脏器吗？', en: 'Has a major organ been removed?' },
  },
  {
    fact: 'transplant-recipient',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您接受过组织或器官移植吗？', en: 'Have you received a transplant?' },
  },
  {
    fact: 'prion-disease-risk',
    answer: 'choice',
    group: 'long-term',
    text: {
      'zh-CN': '您本人或家人有克雅病史，或注射过人垂体激素吗？',
      en: 'Do you or your family have a history of CJD, or did you get human pituitary hormones?',
    },
  },
  {
    fact: 'parasitic-disease',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有慢性寄生虫病吗？', en: 'Do you have a chronic parasitic disease?' },
  },
  {
    fact: 'endemic-disease',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有地方病吗？', en: 'Do you have an endemic disease?' },
  },
  {
    fact: 'occupational-disease',
    answer: 'choice',
    group: 'long-term',
    text: { 'zh-CN': '您有职业病吗？', en: 'Do you have an occupational disease?' },
  },
  {
    fact: 'steroid-or-immunosuppressant',
    answer: 'choice',
    group: 'long-term',
    text: {
      'zh-CN': '您长期使用激素或免疫抑制剂吗？',
      en: 'Do you take steroids or immunosuppressants over a long time?',
    },
  },
];

export const longTermRules: Rule[] = [
  {
    id: 'CN-P-CHRONIC',
    kind: 'facts',
    facts: [
      { fact: 'chronic-heart-disease', outcome: 'ask-blood-station' },
      { fact: 'chronic-lung-disease', outcome: 'ask-blood-station' },
      { fact: 'chronic-kidney-disease', outcome: 'ask-blood-station' },
      { fact: 'chronic-digestive-disease', outcome: 'ask-blood-station' },
      { fact: 'blood-disease', outcome: 'ask-blood-station' },
      { fact: 'diabetes', outcome: 'ask-blood-station' },
      { fact: 'endocrine-disease', outcome: 'ask-blood-station' },
      { fact: 'autoimmune-disease', outcome: 'ask-blood-station' },
      { fact: 'mental-illness', outcome: 'ask-blood-station' },
      { fact: 'epilepsy', outcome: 'ask-blood-station' },
      { fact: 'cancer', outcome: 'ask-blood-station' },
      { fact: 'asthma', outcome: 'ask-blood-station' },
      { fact: 'severe-allergy', outcome: 'ask-blood-station' },
      { fact: 'major-organ-removed', outcome: 'ask-blood-station' },
      { fact: 'transplant-recipient', outcome: 'ask-blood-station' },
      { fact: 'prion-disease-risk', outcome: 'ask-blood-station' },
      { fact: 'parasitic-disease', outcome: 'ask-blood-station' },
      { fact: 'endemic-disease', outcome: 'ask-blood-station' },
      { fact: 'occupational-disease', outcome: 'ask-blood-station' },
      { fact: 'steroid-or-immunosuppressant', outcome: 'ask-blood-station' },
    ],
    text: {
      'zh-CN': '有慢性病或长期用药时，请咨询血站。',
      en: 'With a long-term illness or medicine, please ask the blood station.',
    },
    source: sources.notVerified,
  },
];
