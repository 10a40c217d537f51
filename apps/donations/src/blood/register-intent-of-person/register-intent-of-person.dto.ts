import { DonationPaperForm, PaperFormField, ReasonField } from '../../people/on-paper.dto.js';
import { RegisterBloodIntentRequest } from '../register-intent/register-intent.dto.js';

export class RegisterBloodIntentOfPersonRequest extends RegisterBloodIntentRequest {
  @PaperFormField()
  paperForm!: DonationPaperForm;

  /**
   * Why staff do it for the person; kept in the audit trail alone.
   * @example 本人没有手机
   */
  @ReasonField()
  reason!: string;
}
