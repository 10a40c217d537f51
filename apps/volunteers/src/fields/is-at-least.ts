import { ValidateBy, type ValidationArguments } from 'class-validator';

/** A number not smaller than the number in another field of the same object. */
export const IsAtLeast = (other: string): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isAtLeast',
      constraints: [other],
      validator: {
        validate: (value: unknown, given?: ValidationArguments) => {
          const least: unknown = given && Reflect.get(given.object, other);
          return typeof value === 'number' && typeof least === 'number' && value >= least;
        },
      },
    },
    { context: { code: 'is-at-least', 'zh-CN': '不应小于 {0}。', en: 'This is not less than {0}.' } },
  );
