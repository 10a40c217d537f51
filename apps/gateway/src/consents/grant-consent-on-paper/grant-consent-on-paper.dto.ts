import { TrimmedText } from '@sanxian/shared/http';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsObject, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import type { Language } from '@sanxian/shared/contracts';
import { PersonPaperForm } from '../../people/person.dto.js';

export class GrantConsentOnPaperRequest {
  /**
   * The version of the wording on the form; it takes the current one.
   * @example "2026-11"
   */
  @IsString()
  @Length(1, 40)
  textVersion!: string;

  /** The language of the form; left out for zh-CN. */
  @IsOptional()
  @IsIn(['zh-CN', 'en'])
  language?: Language;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => PersonPaperForm)
  paperForm!: PersonPaperForm;

  /**
   * Why staff do it for the person; kept in the audit trail alone.
   * @example "本人没有手机"
   */
  @TrimmedText(1, 500)
  reason!: string;
}
