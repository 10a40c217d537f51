import { IsCalendarDate } from '@sanxian/shared/http';
import { IsIn, IsOptional } from 'class-validator';
import { type RecordedProduct, recordedProducts } from '../donation-record.dto.js';
import { IsOnlyFor } from '../is-only-for.js';

export class RecordBloodDonationRequest {
  @IsIn(recordedProducts)
  product!: RecordedProduct;

  /** For whole blood, where it is known. */
  @IsOptional()
  @IsIn([200, 300, 400])
  @IsOnlyFor('whole-blood')
  volumeMl?: 200 | 300 | 400;

  /** For platelets, where it is known. */
  @IsOptional()
  @IsIn([1, 2])
  @IsOnlyFor('platelets')
  units?: 1 | 2;

  /**
   * The day of the donation, not later than today.
   * @example 2026-05-04
   */
  @IsCalendarDate()
  donatedOn!: string;
}
