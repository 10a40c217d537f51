import { applyDecorators } from '@nestjs/common';
import type { ValidationOptions } from 'class-validator';
import { Documented } from '../../open-api/documented.js';
import { FieldRule } from './field-rule.js';

const shape = /^[1-8]\d{5}(\d{3})?$/;

/** Whether the text has the shape of a GB/T 2260 code: 6 digits, or 9 for a township. */
export const isAreaCode = (value: unknown): value is string => typeof value === 'string' && shape.test(value);

/** A field that holds a GB/T 2260 code (`331102`), or 9 digits for a township. */
export const IsAreaCode = (options: ValidationOptions = {}): PropertyDecorator =>
  applyDecorators(
    Documented({ type: String, pattern: shape.source, example: '331102' }),
    FieldRule(
      'isAreaCode',
      {
        code: 'is-area-code',
        'zh-CN': '请填写六位或九位行政区划代码，例如 331102。',
        en: 'Please give an area code (GB/T 2260) of six or nine digits, such as 331102.',
      },
      isAreaCode,
      [],
      options,
    ),
  );
