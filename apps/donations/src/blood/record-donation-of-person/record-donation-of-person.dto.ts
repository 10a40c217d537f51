import { TrimmedText } from '@sanxian/shared/http';
import { RecordBloodDonationRequest } from '../record-donation/record-donation.dto.js';

export class RecordBloodDonationOfPersonRequest extends RecordBloodDonationRequest {
  /**
   * Where the coordinator knows it from; kept in the audit trail alone.
   * @example 血站献血名单
   */
  @TrimmedText(1, 500)
  reason!: string;
}
