import type { ShiftResponse } from '../shifts/shift.dto.js';
import type { EventKind, EventRisk } from './event-kinds.js';
import type { EventPlace } from './place.dto.js';
import type { EventStatus } from './volunteer-event.entity.js';

export class VolunteerEventSummary {
  id!: string;

  /** @example published */
  status!: EventStatus;

  /** @example 急救知识进社区 */
  title!: string;

  /** @example first-aid-course */
  kind!: EventKind;

  place!: EventPlace;

  startsAt!: Date;

  endsAt!: Date;

  /** @example low */
  risk!: EventRisk;

  branchId!: string;

  /** @example 讲解并练习心肺复苏。 */
  description!: string | null;

  publishedAt!: Date | null;

  cancelledAt!: Date | null;

  /**
   * In the words of the coordinator.
   * @example 暴雨，活动改期。
   */
  cancellationReason!: string | null;

  version!: number;
}

export class VolunteerEventResponse extends VolunteerEventSummary {
  /** Those that begin first, first. */
  shifts!: ShiftResponse[];
}
