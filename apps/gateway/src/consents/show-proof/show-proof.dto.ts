import type { Purpose } from '@sanxian/shared/contracts';

export class ConsentProofItemResponse {
  service!: 'donations' | 'volunteers' | 'notifications';
  /**
   * Since when the service acts by the change. After a withdrawal, notifications has no message for the purpose under way
   * any more and starts none.
   */
  appliedAt!: string;
}

export class ConsentProofResponse {
  purpose!: Purpose;
  /** What the person said last. */
  state!: 'granted' | 'withdrawn' | 'not-asked';
  /** The wording that was agreed to or refused; null when never asked. */
  textVersion!: string | null;
  /** SHA-256 of that wording, in the language it was read in. */
  textHash!: string | null;
  changedAt!: string | null;
  /** The services that act by the last change; those that are still on their way are missing. */
  items!: ConsentProofItemResponse[];
  /** Whether every service acts by the last change. */
  complete!: boolean;
}
