import { Documented } from '@sanxian/shared/http';
import type { ObstacleCode } from '../matching/obstacle-codes.js';
import type { MatchingRunStatus } from './matching-run.entity.js';

/** What makes a score: 0 to 1000 in all. */
export class ScorePartsResponse {
  /** Preferred skills held to the end of the shift, 0 to 300. */
  skills!: number;

  /** The nearer, the more: 0 to 300. */
  distance!: number;

  /** Wishes for the role, 0 to 200. */
  wish!: number;

  /** Stars enough, 0 or 100. */
  experience!: number;

  /** A language that is welcome, 0 or 100. */
  language!: number;
}

export class ProposalResponse {
  shiftId!: string;

  personId!: string;

  /** @example 640 */
  score!: number;

  parts!: ScorePartsResponse;

  /** Whether it was set before the search. */
  locked!: boolean;
}

export class RelaxationResponse {
  /** @example skill-missing */
  code!: string;

  /** How many more people could come. */
  people!: number;

  /** The least that brings the first of them: metres for `too-far`, minutes for `rest-too-short` and `weekly-limit`. */
  by?: number;

  /** @example first-aider */
  skill?: string;

  /**
   * The same in the reader's language.
   * @example 如有“救护员”技能，另有 3 人可到岗
   */
  text!: string;
}

export class ElsewhereResponse {
  shiftId!: string;

  people!: number;
}

export class EmptySeatsResponse {
  shiftId!: string;

  /** How many are empty. */
  seats!: number;

  /** How many of them are needed for the minimum. */
  missing!: number;

  /** `nobody-qualifies`, `used-elsewhere`, `rest-or-hours` or `insurance-missing`. */
  reason!: string;

  /**
   * The same in the reader's language.
   * @example 没有符合条件的志愿者
   */
  text!: string;

  /** People by the first thing that keeps them. */
  kept!: Partial<Record<ObstacleCode, number>>;

  /** Shifts of this plan that people have who could come. */
  elsewhere!: ElsewhereResponse[];

  /** What would bring people, the most fruitful first. */
  relaxations!: RelaxationResponse[];
}

export class MatchingRunSummary {
  id!: string;

  status!: MatchingRunStatus;

  /**
   * Percent.
   * @example 40
   */
  progress!: number;

  eventIds!: string[];

  /** The run whose plan is to be kept where it costs little. */
  basedOn!: string | null;

  requestedAt!: Date;

  endedAt!: Date | null;

  confirmedAt!: Date | null;

  version!: number;
}

export class MatchingRunResponse extends MatchingRunSummary {
  /**
   * Level by level, larger is better: minimums filled, weighted by priority; seats beyond them; how well people suit, how fair it is, and how
   * much stays as it was. Null before there is a plan.
   * @example [12, 3, 8120]
   */
  levels!: number[] | null;

  /**
   * What no plan exceeds, level by level; null where that is not known.
   * @example [12, 3, 8120]
   */
  // The types of @nestjs/swagger know no lists of types, which OpenAPI 3.1 has.
  @Documented({ type: ['array', 'null'], items: { type: ['number', 'null'] } } as never)
  bounds!: (number | null)[] | null;

  proposals!: ProposalResponse[] | null;

  emptySeats!: EmptySeatsResponse[] | null;

  /** How many volunteers were looked at. */
  volunteers!: number | null;
}
