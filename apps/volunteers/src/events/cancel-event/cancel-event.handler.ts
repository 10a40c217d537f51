import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { In, MoreThan } from 'typeorm';
import { Shift } from '../../shifts/shift.entity.js';
import { openStatuses, SignUp } from '../../shifts/sign-up.entity.js';
import { SignUpFacts } from '../../shifts/sign-up-facts.js';
import { assertCoordinated } from '../branch-scope.js';
import { describeEvent } from '../describe-event.js';
import type { VolunteerEventResponse } from '../volunteer-event.dto.js';
import { VolunteerEvent } from '../volunteer-event.entity.js';

/** Databases bound the values of one statement. */
const factsAtATime = 100;

@Injectable()
export class CancelEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  handle(coordinator: Principal, id: string, reason: string): Promise<VolunteerEventResponse> {
    return this.unitOfWork.run(async (tx) => {
      const event = await tx.find(VolunteerEvent, { id });
      assertCoordinated(coordinator, event);
      if (event.status !== 'cancelled') await this.cancel(tx, event, reason);
      return describeEvent(tx.manager, event);
    });
  }

  private async cancel(tx: Transaction, event: VolunteerEvent, reason: string): Promise<void> {
    const now = this.clock.now();
    const cancelled = event.cancel(reason, now);
    await tx.update(event);
    await tx.emit(event, ...cancelled);
    // A shift that is over stays as it was: people have served in it.
    for (const shift of await tx.manager.findBy(Shift, { eventId: event.id, endsAt: MoreThan(now) })) {
      await this.releaseEverybody(tx, shift, new SignUpFacts(shift, event), now);
    }
  }

  private async releaseEverybody(tx: Transaction, shift: Shift, facts: SignUpFacts, now: Date): Promise<void> {
    const open = { shiftId: shift.id, status: In(openStatuses) };
    const signUps = await tx.manager.find(SignUp, {
      where: open,
      order: { status: 'ASC', waitNumber: 'ASC', id: 'ASC' },
    });
    const released = signUps.map((signUp) => facts.released(signUp, 'event-cancelled'));
    shift.releaseEverybody();
    await tx.update(shift);
    // One statement for thousands of rows; the shift's version guards them all.
    await tx.manager.update(SignUp, open, { ...SignUp.cancelledState(now), version: () => 'version + 1' });
    for (let from = 0; from < released.length; from += factsAtATime) {
      await tx.emit(shift, ...released.slice(from, from + factsAtATime));
    }
  }
}
