import { IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import { Transform } from 'class-transformer';
import type { Language } from '@sanxian/shared/contracts';
import { IsAreaCode, IsCalendarDate } from '@sanxian/shared/http';
import { ResidentIdField } from '../resident-id/resident-id-field.js';

/** Only what is given changes; null takes a value back. */
export class ChangeMyProfileRequest {
  /**
   * Letters of any script, digits, spaces and the marks names are written with.
   * @example 林知夏
   */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => normalizeName(value))
  @Matches(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ·'.-]{0,49}$/u)
  displayName?: string | null;

  /** @example zh-CN */
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsIn(['zh-CN', 'en'])
  language?: Language;

  /** @example '1994-03-07' */
  @IsOptional()
  @IsCalendarDate()
  birthDate?: string | null;

  @IsOptional()
  @IsIn(['male', 'female'])
  sex?: 'male' | 'female' | null;

  @IsOptional()
  @IsAreaCode()
  area?: string | null;

  /**
   * Resident identity card, residence permit for people from Hong Kong, Macao and Taiwan, or permanent residence card of a
   * foreigner. Birth date and sex follow from it.
   * @example "33119919900307049X"
   */
  @IsOptional()
  @ResidentIdField()
  residentId?: string | null;
}

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
