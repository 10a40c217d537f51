import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { assertCoordinated } from '../../events/branch-scope.js';
import { VolunteerEvent } from '../../events/volunteer-event.entity.js';
import { describeShift } from '../describe-shift.js';
import type { ShiftResponse } from '../shift.dto.js';
import { Shift } from '../shift.entity.js';
import type { AddShiftRequest } from './add-shift.dto.js';

@Injectable()
export class AddShift {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  handle(coordinator: Principal, eventId: string, request: AddShiftRequest): Promise<ShiftResponse> {
    const { role, startsAt, endsAt, min, max, requiredSkills, preferredSkills = null, minStar = null } = request;
    return this.unitOfWork.run(async (tx) => {
      const event = await tx.find(VolunteerEvent, { id: eventId });
      assertCoordinated(coordinator, event);
      const shift = Shift.plan(eventId, {
        role,
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
        minSeats: min,
        maxSeats: max,
        ...{ requiredSkills, preferredSkills, minStar },
      });
      event.assertTakes(shift);
      await tx.insert(shift);
      return describeShift(shift);
    });
  }
}
