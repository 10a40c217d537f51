import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { UnitOfWork } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { Shift } from '../../shifts/shift.entity.js';
import { assertCoordinated } from '../branch-scope.js';
import { describeEvent } from '../describe-event.js';
import type { VolunteerEventResponse } from '../volunteer-event.dto.js';
import { VolunteerEvent } from '../volunteer-event.entity.js';

@Injectable()
export class PublishEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  handle(coordinator: Principal, id: string): Promise<VolunteerEventResponse> {
    return this.unitOfWork.run(async (tx) => {
      const event = await tx.find(VolunteerEvent, { id });
      assertCoordinated(coordinator, event);
      const published = event.publish(await tx.manager.existsBy(Shift, { eventId: id }), this.clock.now());
      if (published.length > 0) {
        await tx.update(event);
        await tx.emit(event, ...published);
      }
      return describeEvent(tx.manager, event);
    });
  }
}
