import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import type { ValidationOptions } from 'class-validator';
import { Documented } from '../../open-api/documented.js';
import { FieldRule } from './field-rule.js';

const shape = /^1[3-9]\d{9}$/;

/** A mainland mobile number as people write it (`+86 138-0000 0000`, full-width digits) in its eleven digits; others unchanged. */
export function normalizePhone(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > 40) return value;
  const digits = value
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^(\+|00)86/, '');
  return shape.test(digits) ? digits : value;
}

/** A field that holds a mainland mobile number; the handler sees eleven digits. */
export const IsPhone = (options: ValidationOptions = {}): PropertyDecorator =>
  applyDecorators(
    Documented({ type: String, example: '13800000000' }),
    Transform(({ value }: { value: unknown }) => normalizePhone(value)),
    FieldRule(
      'isPhone',
      {
        code: 'is-phone',
        'zh-CN': '请填写十一位中国大陆手机号码。',
        en: 'Please give a mobile number of mainland China, eleven digits.',
      },
      (value) => typeof value === 'string' && shape.test(value),
      [],
      options,
    ),
  );
