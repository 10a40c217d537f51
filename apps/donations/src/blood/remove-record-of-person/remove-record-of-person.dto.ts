import { TrimmedText } from '@sanxian/shared/http';

export class RemoveBloodDonationRecordRequest {
  /**
   * What was wrong with it; kept in the audit trail alone.
   * @example 日期录入有误
   */
  @TrimmedText(1, 500)
  reason!: string;
}
