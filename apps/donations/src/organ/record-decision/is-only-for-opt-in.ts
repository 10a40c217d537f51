import { FieldRule } from '@sanxian/shared/http';

/** A field that has a meaning for a decision to give. */
export const IsOnlyForOptIn = (): PropertyDecorator =>
  FieldRule(
    'isOnlyForOptIn',
    {
      code: 'only-for-opt-in',
      'zh-CN': '仅在决定捐献时填写此项。',
      en: 'This is only given with a decision to donate.',
    },
    (_, given) => 'decision' in given && given.decision === 'opt-in',
  );
