import type { ProposalResponse } from '../matching-run.dto.js';

export class MatchingComparison {
  /**
   * Of the first run, level by level.
   * @example [12, 3, 8120]
   */
  levels!: number[];

  /**
   * Of the other.
   * @example [12, 3, 8090]
   */
  otherLevels!: number[];

  /** In the first run only. */
  only!: ProposalResponse[];

  /** In the other only. */
  otherOnly!: ProposalResponse[];

  /**
   * How many are in both.
   * @example 14
   */
  shared!: number;
}
