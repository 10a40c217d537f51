import type { Language } from '@sanxian/shared/contracts';
import { DateTime } from 'luxon';

const formats: Readonly<Record<Language, string>> = {
  'zh-CN': 'yyyy年M月d日HH:mm',
  en: "HH:mm 'on' d MMMM yyyy",
};

/** `2026年11月30日16:00`, in Asia/Shanghai. */
export const instant = (rfc3339: string, language: Language): string =>
  DateTime.fromISO(rfc3339, { zone: 'Asia/Shanghai', locale: language }).toFormat(formats[language]);
