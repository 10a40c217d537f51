import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import type { ValidationOptions } from 'class-validator';
import { Documented } from '../../open-api/documented.js';
import { FieldRule } from './field-rule.js';

const controlCharacter = /\p{Cc}/u;

/**
 * A field that holds one line of text. Surrounding space is dropped before anything looks at it; length counts characters
 * as people do (a rare Chinese character or an emoji is one), and control characters are refused.
 * @param min smallest and @param max largest number of characters after trimming
 */
export const TrimmedText = (min: number, max: number, options: ValidationOptions = {}): PropertyDecorator =>
  applyDecorators(
    Documented({ type: String, minLength: min, maxLength: max }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    FieldRule(
      'trimmedText',
      {
        code: 'is-text',
        'zh-CN': '请填写 {0} 至 {1} 个字，不含控制字符。',
        en: 'Please write {0} to {1} characters, without control characters.',
      },
      (value) => {
        if (typeof value !== 'string' || controlCharacter.test(value)) return false;
        const length = [...value].length;
        return length >= min && length <= max;
      },
      [min, max],
      options,
    ),
  );
