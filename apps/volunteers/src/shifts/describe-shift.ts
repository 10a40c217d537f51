import type { ShiftResponse } from './shift.dto.js';
import type { Shift } from './shift.entity.js';

export function describeShift(shift: Shift): ShiftResponse {
  const { id, eventId, role, startsAt, endsAt, minSeats, maxSeats, requiredSkills, freeSeats, version } = shift;
  return {
    ...{ id, eventId, role, startsAt, endsAt, min: minSeats, max: maxSeats, requiredSkills },
    ...{ preferredSkills: shift.preferredSkills ?? [], minStar: shift.minStar ?? 0 },
    ...{ confirmed: shift.confirmedCount, waiting: shift.waitingCount, freeSeats, version },
  };
}
