import type { Purpose } from '@sanxian/shared/contracts';

export class ConsentResponse {
  purpose!: Purpose;
  state!: 'granted' | 'withdrawn' | 'not-asked';
  /** The wording the person decided on last. */
  textVersion!: string | null;
  /** The wording in force, to be sent when agreeing. */
  currentTextVersion!: string;
  /** The wording in force, in the language of the reader. */
  text!: string;
  changedAt!: string | null;
}

export class ConsentListResponse {
  items!: ConsentResponse[];
}
