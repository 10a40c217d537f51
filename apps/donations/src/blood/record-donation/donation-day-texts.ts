import type { Texts } from '@sanxian/shared/contracts';
import type { ImpossibleDay } from './donation-day.policy.js';

export const impossibleDayTexts: Record<ImpossibleDay, Texts> = {
  'in-the-future': { 'zh-CN': '献血日期不晚于今天。', en: 'The day of a donation is not later than today.' },
  'too-long-ago': { 'zh-CN': '请填写1950年及以后的日期。', en: 'Please give a day in 1950 or later.' },
  'before-birth': {
    'zh-CN': '此日期早于资料中的出生日期。',
    en: 'This day lies before the birth date in the profile.',
  },
};
