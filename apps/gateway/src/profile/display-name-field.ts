import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Matches } from 'class-validator';
import { Documented } from '@sanxian/shared/http';

const shape = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ·'.-]{0,49}$/u;

/** A field that holds a person's name: letters of any script, digits, spaces and the marks names are written with. */
export const DisplayNameField = (): PropertyDecorator =>
  applyDecorators(
    Documented({ type: String, pattern: shape.source, example: '蓝水妹' }),
    Transform(({ value }: { value: unknown }) => normalizeName(value)),
    Matches(shape),
  );

/** The dot inside names of some peoples comes in several code points. */
function normalizeName(value: unknown): unknown {
  return typeof value === 'string'
    ? value
        .normalize('NFC')
        .replace(/[．•‧∙・]/g, '·')
        .replace(/’/g, "'")
        .trim()
    : value;
}
