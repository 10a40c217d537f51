import type { Language, Texts } from '@sanxian/shared/contracts';
import { DateTime } from 'luxon';
import type { Reason } from '../pre-screen/pre-screen.js';
import type { InputError } from '../pre-screen/read-answers.js';

const outcomeTexts: Record<'deferred' | 'deferred-until' | 'ask-blood-station' | 'not-eligible', Texts> = {
  'deferred-until': {
    'zh-CN': '预筛结果：请在{date}及以后再来。',
    en: 'Pre-screen: please come again on {date} or later.',
  },
  deferred: {
    'zh-CN': '预筛结果：暂缓，情况变化后欢迎再来。',
    en: 'Pre-screen: please come again once this has changed.',
  },
  'ask-blood-station': { 'zh-CN': '预筛结果：请咨询血站。', en: 'Pre-screen: please ask the blood station.' },
  'not-eligible': { 'zh-CN': '预筛结果：目前不适合献血。', en: 'Pre-screen: giving blood is not advised at present.' },
};

export const inputErrorTexts: Record<InputError['code'], Texts> = {
  'unknown-fact': { 'zh-CN': '预筛问题中没有此项。', en: 'No question of the pre-screen has this name.' },
  'is-answer': {
    'zh-CN': '请填写 {"on": 日期} 或 {"value": "yes"、"no"、"unknown" 之一}。',
    en: 'Please give {"on": a date} or {"value": one of "yes", "no", "unknown"}.',
  },
  'is-date': { 'zh-CN': '请填写真实日期，格式为 YYYY-MM-DD。', en: 'Please give a real date, as YYYY-MM-DD.' },
  'after-on-date': { 'zh-CN': '此日期晚于献血日期。', en: 'This date lies after the day of the donation.' },
};

/** The rule in words, then what it means for this person. */
export function reasonInWords({ rule, outcome, until }: Reason, language: Language): string {
  if (outcome === 'deferred' && until) {
    const meaning = outcomeTexts['deferred-until'][language].replace('{date}', dateInWords(until, language));
    return sentences(rule.text[language], meaning, language);
  }
  return sentences(rule.text[language], outcomeTexts[outcome][language], language);
}

const sentences = (first: string, second: string, language: Language): string =>
  language === 'en' ? `${first} ${second}` : first + second;

function dateInWords(date: string, language: Language): string {
  const format = language === 'en' ? 'd LLLL yyyy' : 'yyyy年M月d日';
  return DateTime.fromISO(date, { zone: 'utc', locale: 'en' }).toFormat(format);
}
