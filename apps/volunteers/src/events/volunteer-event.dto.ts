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

  /**
   * Accident cover for those who help; a high risk takes nobody before it is there.
   * @example 人保财险 PEAC202633110000
   */
  insurance!: string | null;

  /**
   * How much a filled seat counts when seats compete for people, 1 to 9.
   * @example 1
   */
  priority!: number;

  /**
   * Whoever speaks one of them is welcome; none for any.
   * @example ['zh', 'shx']
   */
  languages!: string[];

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
