import type { Language } from '@sanxian/shared/contracts';
import { DateTime } from 'luxon';

const formats: Readonly<Record<Language, string>> = {
  'zh-CN': 'yyyy年M月d日（ccc）HH:mm',
  en: 'cccc d MMMM yyyy, HH:mm',
};

/** `2026年12月5日（周六）14:00–17:00`; the second day is written out when the span crosses midnight in Shanghai. */
export function timeSpan(startsAt: string, endsAt: string, language: Language): string {
  const start = inShanghai(startsAt, language);
  const end = inShanghai(endsAt, language);
  const endFormat = start.hasSame(end, 'day') ? 'HH:mm' : formats[language];
  const dash = start.hasSame(end, 'day') ? '–' : ' – ';
  return start.toFormat(formats[language]) + dash + end.toFormat(endFormat);
}

const inShanghai = (instant: string, language: Language): DateTime =>
  DateTime.fromISO(instant, { zone: 'Asia/Shanghai', locale: language });
