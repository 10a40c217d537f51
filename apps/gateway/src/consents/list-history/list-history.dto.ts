import type { Language } from '@sanxian/shared/contracts';

export class ConsentHistoryEntryResponse {
  state!: 'granted' | 'withdrawn';

  /** @example '2026-11' */
  textVersion!: string;

  /**
   * SHA-256 of the wording that was agreed to, refused or taken back.
   * @example 9f2c1d6b0e5a4c3f8b7a6d5e4f3c2b1a09182736455463728190a0b0c0d0e0f0
   */
  textHash!: string;
  /** The language that wording was read in. */
  language!: Language;
  channel!: 'online' | 'paper';

  /** @example 2026-11-25T03:04:05.678Z */
  at!: string;
}

export class ConsentHistoryResponse {
  items!: ConsentHistoryEntryResponse[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
