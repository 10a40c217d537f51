import { ValidateBy, type ValidationArguments } from 'class-validator';

/** An instant later than the instant in another field of the same object, and at most so many days. */
export const IsAfter = (earlier: string, longestDays: number): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isAfter',
      constraints: [longestDays],
      validator: {
        validate: (value: unknown, given?: ValidationArguments) => {
          const milliseconds = instant(value) - instant(given && Reflect.get(given.object, earlier));
          return milliseconds > 0 && milliseconds <= longestDays * 86_400_000;
        },
      },
    },
    {
      context: {
        code: 'is-after',
        'zh-CN': '结束时间应晚于开始时间，时长不超过 {0} 天。',
        en: 'The end comes after the start, by {0} days at most.',
      },
    },
  );

const instant = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : NaN);
