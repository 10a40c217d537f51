import { DonationPaperForm, PaperFormField, ReasonField } from '../../people/on-paper.dto.js';
import { RegisterStemCellIntentRequest } from '../register-intent/register-intent.dto.js';

export class RegisterStemCellIntentOfPersonRequest extends RegisterStemCellIntentRequest {
  @PaperFormField()
  paperForm!: DonationPaperForm;

  /**
   * Why staff do it for the person; kept in the audit trail alone.
   * @example 本人没有手机
   */
  @ReasonField()
  reason!: string;
}
