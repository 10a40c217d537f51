import { applyDecorators } from '@nestjs/common';
import { Documented, FieldRule } from '@sanxian/shared/http';
import { areaPattern } from './pre-screen/rule-sets.js';

/** A field that holds a place of collection: a GB/T 2260 code, or `US`, `GB`, `EU`, `WHO`. */
export const IsPreScreenArea = (): PropertyDecorator =>
  applyDecorators(
    Documented({ type: String, pattern: areaPattern.source, example: '331102' }),
    FieldRule(
      'isPreScreenArea',
      {
        code: 'is-pre-screen-area',
        'zh-CN': '请填写六位或九位行政区划代码，或 US、GB、EU、WHO。',
        en: 'Please give an area code (GB/T 2260) of six or nine digits, or US, GB, EU, WHO.',
      },
      (value) => typeof value === 'string' && areaPattern.test(value),
    ),
  );
