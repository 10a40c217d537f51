import { ValidateBy, type ValidationArguments } from 'class-validator';

/** A calendar date that is the date in another field of the same object, or later. */
export const IsNotBefore = (earlier: string): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isNotBefore',
      validator: {
        validate: (value: unknown, given?: ValidationArguments) => {
          const first: unknown = given && Reflect.get(given.object, earlier);
          return typeof value === 'string' && typeof first === 'string' && value >= first;
        },
      },
    },
    {
      context: {
        code: 'is-not-before',
        'zh-CN': '截止日期不应早于起始日期。',
        en: 'The last day does not come before the first.',
      },
    },
  );
