import { ReasonField } from '../../people/on-paper.dto.js';

export class WithdrawBloodIntentOfPersonRequest {
  /**
   * How the person told; kept in the audit trail alone.
   * @example 本人到现场提出
   */
  @ReasonField()
  reason!: string;
}
