import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { UnitOfWork } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { assertCoordinated } from '../../events/branch-scope.js';
import { volunteersProblems } from '../../problems.js';
import { Candidates } from '../candidates.js';
import { describeSignUp } from '../describe-sign-up.js';
import { takeShift } from '../find-shift.js';
import { firstObstacle } from '../sign-up-rules/may-sign-up.js';
import type { SignUpResponse } from '../sign-up.dto.js';
import { SignUp } from '../sign-up.entity.js';
import { SignUpFacts } from '../sign-up-facts.js';

@Injectable()
export class AssignVolunteer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: Candidates,
    private readonly clock: Clock,
  ) {}

  handle(coordinator: Principal, shiftId: string, personId: string): Promise<SignUpResponse> {
    return this.unitOfWork.run(async (tx) => {
      const { shift, event } = await takeShift(tx, shiftId);
      assertCoordinated(coordinator, event);
      const candidate = await this.candidates.of(tx, personId, shift);
      const waiting = await tx.find(SignUp, { shiftId, personId, status: 'waitlisted' });
      // The place on this wait list is what the seat replaces, and so no obstacle to it.
      const openSignUps = candidate.openSignUps.filter((open) => !waiting || open.shiftId !== shiftId);
      const now = this.clock.now();
      const offer = { ...shift, isOpen: event.status === 'published' };
      const obstacle = firstObstacle({ candidate: { ...candidate, openSignUps }, shift: offer, now });
      if (obstacle) throw new Refusal(volunteersProblems[obstacle]);
      const assigned = shift.assign(personId, waiting, now);
      await tx.update(shift);
      await (waiting ? tx.update(assigned) : tx.insert(assigned));
      await tx.emit(shift, new SignUpFacts(shift, event).confirmed(assigned, 'coordinator'));
      return describeSignUp(tx.manager, assigned, shift, event);
    });
  }
}
