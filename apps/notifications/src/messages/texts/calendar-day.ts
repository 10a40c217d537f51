import type { Language } from '@sanxian/shared/contracts';
import { DateTime } from 'luxon';

const formats: Readonly<Record<Language, string>> = { 'zh-CN': 'yyyy年M月d日', en: 'd LLLL yyyy' };

/** `2026年12月5日`, from a calendar date without time or zone. */
export function calendarDay(date: string, language: Language): string {
  return DateTime.fromISO(date, { zone: 'utc', locale: language }).toFormat(formats[language]);
}
