import { IsCalendarDate } from '../validation/fields/is-calendar-date.js';
import { TrimmedText } from '../validation/fields/trimmed-text.js';

/** A form that a person signed. A service extends it, since names of schemas are unique over the whole system. */
export class PaperForm {
  /**
   * As the office files it.
   * @example "LS-2026-0147"
   */
  @TrimmedText(1, 40)
  number!: string;

  /** Not in the future. */
  @IsCalendarDate()
  signedOn!: string;
}
