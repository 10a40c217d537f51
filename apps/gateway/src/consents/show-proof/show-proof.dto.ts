import type { Purpose } from '@sanxian/shared/contracts';

export class ConsentProofItemResponse {
  service!: 'donations' | 'volunteers' | 'notifications';
  /**
   * Since when the service acts by the change. After a withdrawal, notifications has no message for the purpose under way
   * any more and starts none.
   * @example 2026-11-25T03:04:06.120Z
   */
  appliedAt!: string;
}

export class ConsentProofResponse {
  purpose!: Purpose;
  /**
   * What the person said last.
   * @example withdrawn
   */
  state!: 'granted' | 'withdrawn' | 'not-asked';
  /**
   * The wording that was agreed to or refused; null when never asked.
   * @example '2026-11'
   */
  textVersion!: string | null;
  /**
   * SHA-256 of that wording, in the language it was read in.
   * @example 9f2c1d6b0e5a4c3f8b7a6d5e4f3c2b1a09182736455463728190a0b0c0d0e0f0
   */
  textHash!: string | null;
  /** @example 2026-11-25T03:04:05.678Z */
  changedAt!: string | null;
  /** The services that act by the last change; those that are still on their way are missing. */
  items!: ConsentProofItemResponse[];
  /**
   * Whether every service acts by the last change.
   * @example false
   */
  complete!: boolean;
}
