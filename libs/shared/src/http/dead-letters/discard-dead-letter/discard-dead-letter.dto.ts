import { TrimmedText } from '../../validation/fields/trimmed-text.js';

export class DiscardDeadLetterRequest {
  /**
   * Kept in the audit trail alone, sealed.
   * @example "重复的旧消息，发送方已更正"
   */
  @TrimmedText(1, 500)
  reason!: string;
}
