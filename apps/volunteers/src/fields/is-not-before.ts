import { FieldRule } from '@sanxian/shared/http';

/** A calendar date that is the date in another field of the same object, or later. */
export const IsNotBefore = (earlier: string): PropertyDecorator =>
  FieldRule(
    'isNotBefore',
    {
      code: 'is-not-before',
      'zh-CN': '截止日期不应早于起始日期。',
      en: 'The last day does not come before the first.',
    },
    (value, given) => {
      const first: unknown = Reflect.get(given, earlier);
      return typeof value === 'string' && typeof first === 'string' && value >= first;
    },
  );
