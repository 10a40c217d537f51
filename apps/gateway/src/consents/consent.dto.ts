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
  /** SHA-256 of `text` in hexadecimal: what the ledger keeps when the person agrees to it. */
  textHash!: string;
  changedAt!: string | null;
  /** Somebody who said no is not asked before this instant; null when there is nothing to wait for. */
  askAgainAfter!: string | null;
  /** Whether asking is in order now: never asked, agreed to an older wording, or said no long enough ago. */
  mayAsk!: boolean;
}

export class ConsentListResponse {
  items!: ConsentResponse[];
}
