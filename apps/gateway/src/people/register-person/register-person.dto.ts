import { IsAreaCode, IsCalendarDate, IsPhone, TrimmedText } from '@sanxian/shared/http';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { DisplayNameField } from '../../profile/display-name-field.js';
import { ResidentIdField } from '../../resident-id/resident-id-field.js';
import { PersonPaperForm } from '../person.dto.js';

export class RegisterPersonRequest {
  /** As on the form. */
  @DisplayNameField()
  displayName!: string;

  /** When the person showed their card. Birth date and sex follow from it. */
  @IsOptional()
  @ResidentIdField()
  residentId?: string | null;

  /**
   * Without a card, as the person says.
   * @example 1994-03-07
   */
  @IsOptional()
  @IsCalendarDate()
  birthDate?: string | null;

  @IsOptional()
  @IsIn(['male', 'female'])
  sex?: 'male' | 'female' | null;

  /** Where the person lives. */
  @IsOptional()
  @IsAreaCode()
  area?: string | null;

  /** The person's own, if they have one and give it: messages go there, and whoever logs in with it gets this account. */
  @IsOptional()
  @IsPhone()
  phone?: string | null;

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
