import { IsAreaCode } from '@sanxian/shared/http';
import { Type } from 'class-transformer';
import { ArrayUnique, IsArray, IsIn, IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { BloodType, type IntentProduct, intentProducts, type Weekday, weekdays } from '../blood-intent.dto.js';
import { IsOnlyFor } from '../is-only-for.js';

export class RegisterBloodIntentRequest {
  /** @example whole-blood */
  @IsIn(intentProducts)
  product!: IntentProduct;

  /**
   * For whole blood.
   * @example 400
   */
  @IsOptional()
  @IsIn([200, 300, 400])
  @IsOnlyFor('whole-blood')
  volumeMl?: 200 | 300 | 400;

  /** Left out when it is not known. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => BloodType)
  bloodType?: BloodType;

  /** Where the person would like to give. */
  @IsAreaCode()
  area!: string;

  /** @example ['sat', 'sun'] */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(weekdays, { each: true })
  preferredDays?: Weekday[];

  /** From a pre-screen of this product within the last hour. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  preScreenReceipt?: string;
}
