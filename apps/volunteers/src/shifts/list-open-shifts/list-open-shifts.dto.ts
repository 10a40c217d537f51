import { ListQuery } from '@sanxian/shared/http';
import { IsOptional } from 'class-validator';
import { IsPlannedTime } from '../../fields/is-planned-time.js';
import type { ShiftResponse } from '../shift.dto.js';

export class OpenShiftsQuery extends ListQuery {
  /** Shifts that begin from then on; from now on unless told. */
  @IsOptional()
  @IsPlannedTime()
  from?: string;

  /** And before then. */
  @IsOptional()
  @IsPlannedTime()
  to?: string;
}

/** Why the reader may not take a shift. */
export class ShiftObstacle {
  /**
   * The code that signing up would be refused with.
   * @example skill-missing
   */
  code!: string;

  /**
   * The same in the reader's language.
   * @example 此班次需要特定技能
   */
  text!: string;
}

export class OpenShift {
  shift!: ShiftResponse;

  /** @example 急救知识进社区 */
  eventTitle!: string;

  /** Null when the reader may sign up; a full shift has a wait list. */
  obstacle!: ShiftObstacle | null;
}

export class OpenShiftPage {
  /** Those that begin first, first. */
  items!: OpenShift[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
