import { IsAreaCode } from '@sanxian/shared/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength, ValidateNested } from 'class-validator';
import { StemCellContact } from '../stem-cell-contact.dto.js';
import { HaveDifferentPhones } from './have-different-phones.js';

export class RegisterStemCellIntentRequest {
  /**
   * The wording of the consent to stem-cell-registry that the person agreed to.
   * @example '2026-11'
   */
  @IsString()
  @MaxLength(40)
  consentTextVersion!: string;

  /**
   * Two relatives or friends, with their agreement.
   * @example [{"name":"王小明","relation":"姐姐","phone":"13800000000"},{"name":"李华","relation":"朋友","phone":"13900000000"}]
   */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => StemCellContact)
  @HaveDifferentPhones()
  contacts!: StemCellContact[];

  /** Where the person lives. */
  @IsAreaCode()
  area!: string;
}
