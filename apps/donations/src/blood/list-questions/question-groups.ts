import type { Texts } from '@sanxian/shared/contracts';
import type { Fact } from '../pre-screen/rule-set.js';

export const questionGroupTexts: Record<Fact['group'], Texts> = {
  donor: { 'zh-CN': '献血经历', en: 'Giving blood before' },
  treatment: { 'zh-CN': '治疗、手术与用药', en: 'Treatments, operations and medicines' },
  women: { 'zh-CN': '女性健康', en: "Women's health" },
  illness: { 'zh-CN': '近期疾病', en: 'Recent illness' },
  infection: { 'zh-CN': '感染与接触', en: 'Infections and contacts' },
  vaccine: { 'zh-CN': '疫苗与免疫制剂', en: 'Vaccines and immune products' },
  'long-term': { 'zh-CN': '长期健康状况', en: 'Long-term health' },
};
