import { FieldRule } from '@sanxian/shared/http';

/** A number not smaller than the number in another field of the same object. */
export const IsAtLeast = (other: string): PropertyDecorator =>
  FieldRule(
    'isAtLeast',
    { code: 'is-at-least', 'zh-CN': '不应小于 {0}。', en: 'This is not less than {0}.' },
    (value, given) => {
      const least: unknown = Reflect.get(given, other);
      return typeof value === 'number' && typeof least === 'number' && value >= least;
    },
    [other],
  );
