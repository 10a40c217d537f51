import type { Language, Texts } from '@sanxian/shared/contracts';
import { skillCatalogue } from '../skills/skill-catalogue.js';
import type { EmptySeats, NotChosen, Relaxation } from './explain/explain-plan.js';

const reasons: Readonly<Record<EmptySeats['reason'], Texts>> = {
  'nobody-qualifies': { 'zh-CN': '没有符合条件的志愿者', en: 'Nobody qualifies' },
  'used-elsewhere': {
    'zh-CN': '符合条件的志愿者安排在其他班次更合适',
    en: 'Whoever qualifies is of more use in another shift',
  },
  'rest-or-hours': {
    'zh-CN': '符合条件的志愿者受休息或每周时长限制',
    en: 'Whoever qualifies is kept by rest or by their hours a week',
  },
  'insurance-missing': { 'zh-CN': '尚未办理意外保险', en: 'Accident cover is not in place yet' },
  'guardian-consent-missing': { 'zh-CN': '需要监护人同意', en: 'A guardian has to agree' },
};

const notChosen: Readonly<Record<NotChosen['code'], Texts>> = {
  'insurance-missing': reasons['insurance-missing'],
  'guardian-consent-missing': reasons['guardian-consent-missing'],
  forbidden: { 'zh-CN': '协调员已排除', en: 'The coordinator has ruled it out' },
  'under-age': { 'zh-CN': '此班次仅限成年人', en: 'The shift is for adults' },
  'skill-missing': { 'zh-CN': '没有“{skill}”技能', en: 'Does not have the skill "{skill}"' },
  'skill-expires': { 'zh-CN': '“{skill}”证书届时已到期', en: 'The certificate "{skill}" ends before the shift does' },
  'not-available': { 'zh-CN': '该时段没有空闲', en: 'Is not free at that time' },
  'too-far': { 'zh-CN': '超出服务距离 {by} 米', en: 'Lives {by} m too far away' },
  overlaps: { 'zh-CN': '与另一班次时间重叠', en: 'Has another shift at that time' },
  'rest-too-short': {
    'zh-CN': '与另一班次间隔过短，还差 {by} 分钟',
    en: 'Has {by} minutes too little rest between two shifts',
  },
  'weekly-limit': { 'zh-CN': '超出每周服务时长 {by} 分钟', en: 'Would work {by} minutes more than their hours a week' },
  'seats-taken': { 'zh-CN': '名额已安排给更合适的志愿者', en: 'The seats go to people who make the whole plan better' },
};

const relaxations: Readonly<Record<Relaxation['code'], Texts>> = {
  'under-age': { 'zh-CN': '如不限成年人，另有 {people} 人可到岗', en: '{people} more could come if minors could' },
  'skill-missing': {
    'zh-CN': '如有“{skill}”技能，另有 {people} 人可到岗',
    en: '{people} more could come if they had the skill "{skill}"',
  },
  'skill-expires': {
    'zh-CN': '如续办“{skill}”证书，另有 {people} 人可到岗',
    en: '{people} more could come if they renewed the certificate "{skill}"',
  },
  'not-available': {
    'zh-CN': '如该时段有空，另有 {people} 人可到岗',
    en: '{people} more could come if they were free at that time',
  },
  'too-far': {
    'zh-CN': '如放宽服务距离（至少 {by} 米），另有 {people} 人可到岗',
    en: '{people} more could come from farther away, the nearest of them {by} m',
  },
  'rest-too-short': {
    'zh-CN': '如缩短休息时间（至少 {by} 分钟），另有 {people} 人可到岗',
    en: '{people} more could come with less rest, by {by} minutes at least',
  },
  'weekly-limit': {
    'zh-CN': '如增加每周时长（至少 {by} 分钟），另有 {people} 人可到岗',
    en: '{people} more could come with more hours a week, by {by} minutes at least',
  },
};

export const emptySeatsText = ({ reason }: Pick<EmptySeats, 'reason'>, language: Language): string =>
  reasons[reason][language];

export const relaxationText = (relaxation: Relaxation, language: Language): string =>
  filled(relaxations[relaxation.code][language], relaxation, language);

export const notChosenText = ({ code, obstacle }: Pick<NotChosen, 'code' | 'obstacle'>, language: Language): string =>
  filled(notChosen[code][language], obstacle ?? {}, language);

function filled(
  text: string,
  { skill, by, people }: { readonly skill?: string; readonly by?: number; readonly people?: number },
  language: Language,
): string {
  const label = skillCatalogue.find(({ code }) => code === skill)?.label[language];
  return text
    .replace('{skill}', label ?? skill ?? '')
    .replace('{by}', String(by))
    .replace('{people}', String(people));
}
