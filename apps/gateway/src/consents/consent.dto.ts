import type { Purpose } from '@sanxian/shared/contracts';

export class ConsentResponse {
  purpose!: Purpose;

  state!: 'granted' | 'withdrawn' | 'not-asked';

  /**
   * The wording the person decided on last.
   * @example '2026-11'
   */
  textVersion!: string | null;

  /**
   * The wording in force, to be sent when agreeing.
   * @example '2026-11'
   */
  currentTextVersion!: string;

  /**
   * The wording in force, in the language of the reader.
   * @example 我同意在有献血需要时联系我。
   */
  text!: string;

  /**
   * SHA-256 of `text` in hexadecimal: what the ledger keeps when the person agrees to it.
   * @example 9f2c1d6b0e5a4c3f8b7a6d5e4f3c2b1a09182736455463728190a0b0c0d0e0f0
   */
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
