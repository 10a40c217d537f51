import { applyDecorators } from '@nestjs/common';
import type { ValidationOptions } from 'class-validator';
import { Documented } from '../../open-api/documented.js';
import { FieldRule } from './field-rule.js';
import { isCalendarDate } from './is-calendar-date.js';

// RFC 3339 section 5.6, without leap seconds: Date knows none.
const shape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether the text is an instant with a time zone, as RFC 3339 writes it. */
export function isInstant(value: unknown): value is string {
  const parts = typeof value === 'string' ? shape.exec(value) : null;
  return parts !== null && isCalendarDate(parts[1]);
}

/** A field that holds an instant: RFC 3339 with `Z` or an offset. */
export const IsInstant = (options: ValidationOptions = {}): PropertyDecorator =>
  applyDecorators(
    Documented({ type: String, format: 'date-time' }),
    FieldRule(
      'isInstant',
      {
        code: 'is-instant',
        'zh-CN': '请填写带时区的时间，例如 2026-11-04T09:00:00+08:00。',
        en: 'Please give a time with its zone, such as 2026-11-04T09:00:00+08:00.',
      },
      isInstant,
      [],
      options,
    ),
  );
