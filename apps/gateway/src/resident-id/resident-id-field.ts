import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, MaxLength } from 'class-validator';
import { Documented, InvalidInput } from '@sanxian/shared/http';
import { normalizeResidentId, readResidentId } from './resident-id.policy.js';
import { residentIdTexts } from './resident-id-texts.js';

const longestWritten = 40;

/** A field that holds the number of an identity card. Whether there can be such a number is for `assertResidentId`. */
export const ResidentIdField = (): PropertyDecorator =>
  applyDecorators(
    Documented({ type: String, maxLength: longestWritten, example: '331199199403070026' }),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && value.length <= longestWritten ? normalizeResidentId(value) : value,
    ),
    IsString(),
    MaxLength(longestWritten),
  );

/**
 * @param today `YYYY-MM-DD`
 * @throws InvalidInput naming the field and what is wrong, never the number
 */
export function assertResidentId(number: string, today: string): void {
  const read = readResidentId(number, today);
  if (typeof read === 'string')
    throw new InvalidInput([{ path: 'residentId', text: residentIdTexts[read], parameters: [] }]);
}
