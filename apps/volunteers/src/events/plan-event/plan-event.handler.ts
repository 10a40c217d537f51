import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { coordinates } from '../branch-scope.js';
import { describeEvent } from '../describe-event.js';
import { placeColumns } from '../place-columns.js';
import type { VolunteerEventResponse } from '../volunteer-event.dto.js';
import { VolunteerEvent } from '../volunteer-event.entity.js';
import type { PlanVolunteerEventRequest } from './plan-event.dto.js';

@Injectable()
export class PlanEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  handle(coordinator: Principal, request: PlanVolunteerEventRequest): Promise<VolunteerEventResponse> {
    const { title, kind, place, startsAt, endsAt, risk, branchId } = request;
    const { description = null, insurance = null, priority = null, languages = null } = request;
    return this.unitOfWork.run(async (tx) => {
      if (!coordinates(coordinator, { branchId })) throw new Refusal(commonProblems.forbidden);
      const details = {
        title,
        kind,
        ...placeColumns(place),
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
        risk,
        ...{ description, insurance, priority, languages },
      };
      const event = VolunteerEvent.plan(branchId, details, this.clock.now());
      await tx.insert(event);
      return describeEvent(tx.manager, event);
    });
  }
}
