import { ValidateBy, type ValidationArguments } from 'class-validator';

/** A field that has a meaning for a decision to give. */
export const IsOnlyForOptIn = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isOnlyForOptIn',
      validator: {
        validate: (_, given?: ValidationArguments) =>
          given !== undefined && 'decision' in given.object && given.object.decision === 'opt-in',
      },
    },
    {
      context: {
        code: 'only-for-opt-in',
        'zh-CN': '仅在决定捐献时填写此项。',
        en: 'This is only given with a decision to donate.',
      },
    },
  );
