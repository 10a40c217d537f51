import { PaperForm } from '@sanxian/shared/http';

export class PersonPaperForm extends PaperForm {}

/** As staff see a person: enough to be sure it is the one who sits before them, and no more. */
export class PersonResponse {
  id!: string;

  /**
   * Masked.
   * @example "王*"
   */
  displayName!: string | null;

  /** @example 1955 */
  birthYear!: number | null;

  /**
   * GB/T 2260 code of the county or township the person lives in.
   * @example "331121208"
   */
  area!: string | null;

  /**
   * Masked; null for a person without a phone of their own.
   * @example "138****1234"
   */
  phone!: string | null;

  /**
   * Masked.
   * @example "3311**********0026"
   */
  residentId!: string | null;

  registeredAt!: Date;

  version!: number;
}
