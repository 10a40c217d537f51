import type { Language, Texts } from '@sanxian/shared/contracts';
import { DateTime } from 'luxon';
import type { Outcome, PreScreenResult, Reason } from '../pre-screen/pre-screen.js';
import type { InputError } from '../pre-screen/read-answers.js';

type InWords = Outcome | 'deferred-until' | 'deferred-until-and-changed';

const reasonTexts: Record<Exclude<InWords, 'likely-eligible' | 'deferred-until-and-changed'>, Texts> = {
  'deferred-until': {
    'zh-CN': '预筛：{rule}请您在{date}及以后再来。',
    en: 'Pre-screen: {rule} Please come again on {date} or later.',
  },
  deferred: {
    'zh-CN': '预筛：{rule}现在先缓一缓，情况变化后欢迎您再来。',
    en: 'Pre-screen: {rule} Please come again once this has changed.',
  },
  'ask-blood-station': {
    'zh-CN': '预筛：{rule}具体由血站判断。',
    en: 'Pre-screen: {rule} For you the blood station decides.',
  },
  'not-eligible': {
    'zh-CN': '预筛：{rule}目前不建议您献血，最终由血站判断。',
    en: 'Pre-screen: {rule} Giving blood is not advised at present; the blood station decides.',
  },
};

const summaryTexts: Record<InWords, Texts> = {
  'likely-eligible': {
    'zh-CN': '预筛结果：您很可能可以献血，欢迎您来。能否献血由血站检查后决定。',
    en: 'Pre-screen result: you can most likely give blood, and you are welcome. The blood station decides after its own check.',
  },
  'deferred-until': {
    'zh-CN': '预筛结果：欢迎您在{date}及以后来献血，谢谢您的心意。到时能否献血由血站检查后决定。',
    en: 'Pre-screen result: you are welcome on {date} or later, thank you for your wish. The blood station then decides after its own check.',
  },
  'deferred-until-and-changed': {
    'zh-CN': '预筛结果：等下列情况变化以后，欢迎您在{date}及以后来献血，谢谢您的心意。到时能否献血由血站检查后决定。',
    en: 'Pre-screen result: once the reasons below have changed you are welcome, on {date} or later; thank you for your wish. The blood station then decides after its own check.',
  },
  deferred: {
    'zh-CN': '预筛结果：等下列情况变化以后，欢迎您来献血，谢谢您的心意。到时能否献血由血站检查后决定。',
    en: 'Pre-screen result: you are welcome once the reasons below have changed, thank you for your wish. The blood station then decides after its own check.',
  },
  'ask-blood-station': {
    'zh-CN': '预筛结果：您的情况由血站判断更合适，欢迎您先咨询血站。能否献血由血站决定。',
    en: 'Pre-screen result: the blood station is the right one to ask, you are welcome to call it first. It decides whether you can give blood.',
  },
  'not-eligible': {
    'zh-CN': '预筛结果：按您填写的情况，目前不建议献血，谢谢您的心意。如有疑问欢迎咨询血站，能否献血由血站决定。',
    en: 'Pre-screen result: from what you told us, giving blood is not advised at present; thank you for your wish. You are welcome to ask the blood station, which decides.',
  },
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
  const texts = reasonTexts[outcome === 'deferred' && until ? 'deferred-until' : outcome];
  return fill(texts, { rule: rule.text[language], date: until }, language);
}

/** The outcome in words: kind, and that the blood station decides. */
export function summaryInWords(result: PreScreenResult, language: Language): string {
  return fill(summaryTexts[kindOfSummary(result)], { date: result.eligibleFrom }, language);
}

function kindOfSummary({ outcome, eligibleFrom, reasons }: PreScreenResult): InWords {
  if (outcome !== 'deferred' || eligibleFrom === undefined) return outcome;
  // A date alone would promise too much to somebody who is, for example, still pregnant.
  return reasons.every(({ until }) => until !== undefined) ? 'deferred-until' : 'deferred-until-and-changed';
}

function fill(texts: Texts, { rule = '', date }: { rule?: string; date?: string }, language: Language): string {
  return texts[language]
    .replace('{rule}', () => rule)
    .replace('{date}', () => (date === undefined ? '' : dateInWords(date, language)));
}

function dateInWords(date: string, language: Language): string {
  const format = language === 'en' ? 'd LLLL yyyy' : 'yyyy年M月d日';
  return DateTime.fromISO(date, { zone: 'utc', locale: 'en' }).toFormat(format);
}
