import type { Language } from '@sanxian/shared/contracts';

export class MyProfileResponse {
  id!: string;
  displayName!: string | null;
  /** Language of messages and of the pages. */
  language!: Language;
  birthDate!: string | null;
  sex!: 'male' | 'female' | null;
  /** GB/T 2260 code of the county or township the person lives in. */
  area!: string | null;
  /** Masked; null for staff without one. */
  phone!: string | null;
  /**
   * Masked: `3311**********049X`. While it is there, birth date and sex follow from it as far as it tells them.
   * @example "3311**********049X"
   */
  residentId!: string | null;
  version!: number;
}
