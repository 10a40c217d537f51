import { Documented, FieldRule, isInstant } from '@sanxian/shared/http';
import { applyDecorators } from '@nestjs/common';

const earliest = Date.parse('2000-01-01T00:00:00Z');
const latest = Date.parse('2100-01-01T00:00:00Z');

/** An instant in which an activity of ours can lie; what comes from it stays within what databases and messages can write. */
export const IsPlannedTime = (): PropertyDecorator =>
  applyDecorators(
    Documented({ type: String, format: 'date-time' }),
    FieldRule(
      'isPlannedTime',
      {
        code: 'is-instant',
        'zh-CN': '请填写带时区的时间，例如 2026-12-05T09:00:00+08:00，年份在 2000 至 2099 之间。',
        en: 'Please give a time with its zone, such as 2026-12-05T09:00:00+08:00, in the years 2000 to 2099.',
      },
      (value) => isInstant(value) && Date.parse(value) >= earliest && Date.parse(value) < latest,
    ),
  );
