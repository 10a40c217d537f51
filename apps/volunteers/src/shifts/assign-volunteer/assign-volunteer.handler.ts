import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { UnitOfWork } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { assertCoordinated } from '../../events/branch-scope.js';
import { volunteersProblems } from '../../problems.js';
import { describeSignUp } from '../describe-sign-up.js';
import { takeShift } from '../find-shift.js';
import { Seating } from '../seating.js';
import type { SignUpResponse } from '../sign-up.dto.js';

@Injectable()
export class AssignVolunteer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seating: Seating,
  ) {}

  handle(coordinator: Principal, shiftId: string, personId: string): Promise<SignUpResponse> {
    return this.unitOfWork.run(async (tx) => {
      const taken = await takeShift(tx, shiftId);
      assertCoordinated(coordinator, taken.event);
      const seated = await this.seating.seat(tx, taken, personId);
      if ('obstacle' in seated) throw new Refusal(volunteersProblems[seated.obstacle]);
      return describeSignUp(tx.manager, seated.signUp, taken.shift, taken.event);
    });
  }
}
