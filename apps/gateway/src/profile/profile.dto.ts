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
  version!: number;
}
