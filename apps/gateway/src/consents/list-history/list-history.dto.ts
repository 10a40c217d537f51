import type { Language } from '@sanxian/shared/contracts';

export class ConsentHistoryEntryResponse {
  state!: 'granted' | 'withdrawn';
  textVersion!: string;
  /** SHA-256 of the wording that was agreed to, refused or taken back. */
  textHash!: string;
  /** The language that wording was read in. */
  language!: Language;
  channel!: 'online' | 'paper';
  at!: string;
}

export class ConsentHistoryResponse {
  items!: ConsentHistoryEntryResponse[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
