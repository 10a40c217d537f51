import { IfGiven } from '../../fields/if-given.js';
import { TrimmedText } from '@sanxian/shared/http';
import { IsBoolean, IsUUID, ValidateIf } from 'class-validator';
import type { MatchingRunResponse } from '../matching-run.dto.js';

/** Somebody out of a shift, into one, or from one to another. */
export class MoveByHandRequest {
  @IsUUID()
  personId!: string;

  /** The proposal to take back. */
  @ValidateIf(({ toShiftId, fromShiftId }: MoveByHandRequest) => toShiftId === undefined || fromShiftId !== undefined)
  @IsUUID()
  fromShiftId?: string;

  /** Where they go instead; the place is locked from then on. */
  @IfGiven()
  @IsUUID()
  toShiftId?: string;

  /**
   * Why, where it overrules what the volunteer has said (not free, too far) or what was ruled out.
   * @example 本人电话确认可以到岗
   */
  @IfGiven()
  @TrimmedText(1, 500)
  reason?: string;

  /** Shows the effect, and changes nothing. */
  @IfGiven()
  @IsBoolean()
  preview?: boolean;
}

export class MoveByHandResponse {
  /**
   * What it changes, level by level; less than nothing is worse.
   * @example [0, -1, 320]
   */
  effect!: number[];

  /**
   * What it overrules.
   * @example ['not-available']
   */
  overrules!: string[];

  run!: MatchingRunResponse;
}
