import { DonationPaperForm, PaperFormField, ReasonField } from '../../people/on-paper.dto.js';
import { RecordOrganDecisionRequest } from '../record-decision/record-decision.dto.js';

export class RecordOrganDecisionOfPersonRequest extends RecordOrganDecisionRequest {
  /** Whatever the decision: what is written down shall not tell one from another. */
  @PaperFormField()
  paperForm!: DonationPaperForm;

  /**
   * Why staff do it for the person; kept in the audit trail alone.
   * @example 本人没有手机
   */
  @ReasonField()
  reason!: string;
}
