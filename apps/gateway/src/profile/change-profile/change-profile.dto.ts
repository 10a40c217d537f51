import { IsIn, IsOptional, ValidateIf } from 'class-validator';
import type { Language } from '@sanxian/shared/contracts';
import { IsAreaCode, IsCalendarDate } from '@sanxian/shared/http';
import { DisplayNameField } from '../display-name-field.js';
import { ResidentIdField } from '../../resident-id/resident-id-field.js';

/** Only what is given changes; null takes a value back. */
export class ChangeMyProfileRequest {
  /**
   * Letters of any script, digits, spaces and the marks names are written with.
   * @example 林知夏
   */
  @IsOptional()
  @DisplayNameField()
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
   */
  @IsOptional()
  @ResidentIdField()
  residentId?: string | null;
}
