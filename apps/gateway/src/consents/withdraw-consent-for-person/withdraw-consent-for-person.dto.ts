import { TrimmedText } from '@sanxian/shared/http';

export class WithdrawConsentForPersonRequest {
  /**
   * How the person told; kept in the audit trail alone.
   * @example "本人到现场提出"
   */
  @TrimmedText(1, 500)
  reason!: string;
}
