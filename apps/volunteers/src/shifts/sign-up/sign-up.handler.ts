import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { volunteersProblems } from '../../problems.js';
import { Candidates } from '../candidates.js';
import { describeSignUp } from '../describe-sign-up.js';
import { takeShift } from '../find-shift.js';
import { shiftOnOffer } from '../shift-on-offer.js';
import { firstObstacle } from '../sign-up-rules/may-sign-up.js';
import type { SignUpResponse } from '../sign-up.dto.js';
import { SignUpFacts } from '../sign-up-facts.js';

@Injectable()
export class SignUpForShift {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: Candidates,
    private readonly clock: Clock,
  ) {}

  handle(personId: string, shiftId: string): Promise<SignUpResponse> {
    return this.unitOfWork.run(async (tx) => {
      const { shift, event } = await takeShift(tx, shiftId);
      const candidate = await this.candidates.of(tx, personId, shift);
      const now = this.clock.now();
      const obstacle = firstObstacle({ candidate, shift: shiftOnOffer(shift, event), now });
      if (obstacle) throw new Refusal(volunteersProblems[obstacle]);
      const signUp = shift.admit(personId, now);
      await tx.update(shift);
      await tx.insert(signUp);
      const facts = new SignUpFacts(shift, event);
      const waits = signUp.status === 'waitlisted';
      await tx.emit(shift, waits ? facts.waitlisted(signUp, shift.waitingCount) : facts.confirmed(signUp, 'sign-up'));
      return describeSignUp(tx.manager, signUp, shift, event);
    });
  }
}
