import type { MatchingRunSummary } from '../matching-run.dto.js';

export class MatchingRunPage {
  /** The latest first. */
  items!: MatchingRunSummary[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
