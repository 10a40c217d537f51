import type { Language } from '@sanxian/shared/contracts';

export class MyProfileResponse {
  id!: string;

  /** @example 林知夏 */
  displayName!: string | null;

  /**
   * Language of messages and of the pages.
   * @example zh-CN
   */
  language!: Language;

  /** @example '1994-03-07' */
  birthDate!: string | null;

  /** @example female */
  sex!: 'male' | 'female' | null;

  /**
   * GB/T 2260 code of the county or township the person lives in.
   * @example '331102'
   */
  area!: string | null;

  /**
   * Masked; null for staff without one.
   * @example '138****0000'
   */
  phone!: string | null;

  /**
   * Masked: `3311**********049X`. While it is there, birth date and sex follow from it as far as it tells them.
   * @example "3311**********0026"
   */
  residentId!: string | null;

  version!: number;
}
