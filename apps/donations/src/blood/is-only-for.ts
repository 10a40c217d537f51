import type { Texts } from '@sanxian/shared/contracts';
import { FieldRule } from '@sanxian/shared/http';

const texts = {
  'whole-blood': { 'zh-CN': '仅献全血时填写此项。', en: 'This is only given for whole blood.' },
  platelets: { 'zh-CN': '仅献血小板时填写此项。', en: 'This is only given for platelets.' },
} satisfies Record<string, Texts>;

/** A field that has a meaning for one product only. */
export const IsOnlyFor = (product: keyof typeof texts): PropertyDecorator =>
  FieldRule(
    'isOnlyFor',
    { code: `only-for-${product}`, ...texts[product] },
    (_, given) => 'product' in given && given.product === product,
  );
