import { ValidateBy, type ValidationArguments } from 'class-validator';

/** A field that has a meaning for whole blood only. */
export const IsOnlyForWholeBlood = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isOnlyForWholeBlood',
      validator: {
        validate: (_, given?: ValidationArguments) =>
          given !== undefined && 'product' in given.object && given.object.product === 'whole-blood',
      },
    },
    {
      context: {
        code: 'only-for-whole-blood',
        'zh-CN': '仅献全血时填写此项。',
        en: 'This is only given for whole blood.',
      },
    },
  );
