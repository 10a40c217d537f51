import type { EntityManager } from 'typeorm';
import { describeShift } from '../shifts/describe-shift.js';
import { Shift } from '../shifts/shift.entity.js';
import type { EventPlace } from './place.dto.js';
import type { VolunteerEventResponse, VolunteerEventSummary } from './volunteer-event.dto.js';
import type { VolunteerEvent } from './volunteer-event.entity.js';

export function summarizeEvent(event: VolunteerEvent): VolunteerEventSummary {
  const { id, status, title, kind, startsAt, endsAt, risk, branchId, description } = event;
  const { insurance, publishedAt, cancelledAt, cancellationReason, version } = event;
  return {
    ...{ id, status, title, kind, place: placeOf(event), startsAt, endsAt, risk, branchId, description },
    ...{ insurance, priority: event.priority ?? 1, languages: event.languages ?? [] },
    ...{ publishedAt, cancelledAt, cancellationReason, version },
  };
}

/** With its shifts and their free seats, as they are in the reader's transaction. */
export async function describeEvent(manager: EntityManager, event: VolunteerEvent): Promise<VolunteerEventResponse> {
  const shifts = await manager.find(Shift, { where: { eventId: event.id }, order: { startsAt: 'ASC', id: 'ASC' } });
  return { ...summarizeEvent(event), shifts: shifts.map(describeShift) };
}

export function placeOf({ placeName, area, latitudeE6, longitudeE6 }: VolunteerEvent): EventPlace {
  return { name: placeName, area, lat: toDegrees(latitudeE6), lng: toDegrees(longitudeE6) };
}

const toDegrees = (e6: number | null): number | null => (e6 === null ? null : e6 / 1_000_000);
