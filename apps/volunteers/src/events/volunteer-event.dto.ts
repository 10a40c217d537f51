import type { ShiftResponse } from '../shifts/shift.dto.js';
import type { EventKind, EventRisk } from './event-kinds.js';
import type { EventPlace } from './place.dto.js';
import type { EventStatus } from './volunteer-event.entity.js';

export class VolunteerEventSummary {
  id!: string;

  status!: EventStatus;

  title!: string;

  kind!: EventKind;

  place!: EventPlace;

  startsAt!: Date;

  endsAt!: Date;

  risk!: EventRisk;

  branchId!: string;

  description!: string | null;

  publishedAt!: Date | null;

  cancelledAt!: Date | null;

  /** In the words of the coordinator. */
  cancellationReason!: string | null;

  version!: number;
}

export class VolunteerEventResponse extends VolunteerEventSummary {
  /** Those that begin first, first. */
  shifts!: ShiftResponse[];
}
