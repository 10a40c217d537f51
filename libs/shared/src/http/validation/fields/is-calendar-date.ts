import { applyDecorators } from '@nestjs/common';
import type { ValidationOptions } from 'class-validator';
import { Documented } from '../../open-api/documented.js';
import { FieldRule } from './field-rule.js';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists, written `YYYY-MM-DD`, in the years 1000 to 9999. */
export function isCalendarDate(value: unknown): value is string {
  const parts = typeof value === 'string' ? shape.exec(value) : null;
  if (!parts || Number(parts[1]) < 1000) return false;
  const day = new Date(`${parts[0]}T00:00:00Z`);
  // Date rolls 30 February over into March: only a day that survives the round trip exists.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(parts[0]);
}

/** A field that holds a calendar date, `YYYY-MM-DD`; 2026-02-30 is none. */
export const IsCalendarDate = (options: ValidationOptions = {}): PropertyDecorator =>
  applyDecorators(
    Documented({ type: String, format: 'date' }),
    FieldRule(
      'isCalendarDate',
      {
        code: 'is-date',
        'zh-CN': '请填写真实日期，格式为 YYYY-MM-DD。',
        en: 'Please give a real date, as YYYY-MM-DD.',
      },
      isCalendarDate,
      [],
      options,
    ),
  );
