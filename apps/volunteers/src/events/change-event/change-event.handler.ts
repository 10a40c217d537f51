import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { assertExpected } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { Shift } from '../../shifts/shift.entity.js';
import { assertCoordinated } from '../branch-scope.js';
import { describeEvent } from '../describe-event.js';
import { placeColumns } from '../place-columns.js';
import type { VolunteerEventResponse } from '../volunteer-event.dto.js';
import { VolunteerEvent } from '../volunteer-event.entity.js';
import type { ChangeVolunteerEventRequest } from './change-event.dto.js';

interface ChangeEventCommand {
  readonly coordinator: Principal;
  readonly id: string;
  readonly request: ChangeVolunteerEventRequest;
  readonly expected: number | undefined;
}

@Injectable()
export class ChangeEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  handle({ coordinator, id, request, expected }: ChangeEventCommand): Promise<VolunteerEventResponse> {
    const { place, startsAt, endsAt, ...changes } = request;
    return this.unitOfWork.run(async (tx) => {
      const event = await tx.find(VolunteerEvent, { id });
      assertCoordinated(coordinator, event);
      assertExpected(event, expected);
      const shifts = await tx.manager.findBy(Shift, { eventId: id });
      const places = place && placeColumns(place);
      const times = startsAt && endsAt ? { startsAt: new Date(startsAt), endsAt: new Date(endsAt) } : {};
      event.change({ ...changes, ...places, ...times }, shifts, this.clock.now());
      await tx.update(event);
      return describeEvent(tx.manager, event);
    });
  }
}
