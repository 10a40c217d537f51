import { FieldRule } from '@sanxian/shared/http';

/** An instant later than the instant in another field of the same object, and at most so many days. */
export const IsAfter = (earlier: string, longestDays: number): PropertyDecorator =>
  FieldRule(
    'isAfter',
    {
      code: 'is-after',
      'zh-CN': '结束时间应晚于开始时间，时长不超过 {0} 天。',
      en: 'The end comes after the start, by {0} days at most.',
    },
    (value, given) => {
      const milliseconds = instant(value) - instant(Reflect.get(given, earlier));
      return milliseconds > 0 && milliseconds <= longestDays * 86_400_000;
    },
    [longestDays],
  );

const instant = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : NaN);
