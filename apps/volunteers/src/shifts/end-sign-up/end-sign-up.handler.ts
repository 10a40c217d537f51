import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { assertExpected, commonProblems } from '@sanxian/shared/http';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { coordinates } from '../../events/branch-scope.js';
import type { VolunteerEvent } from '../../events/volunteer-event.entity.js';
import { volunteersProblems } from '../../problems.js';
import { takeShift } from '../find-shift.js';
import type { Shift } from '../shift.entity.js';
import { hasBegun } from '../sign-up-rules/may-sign-up.js';
import { SignUp } from '../sign-up.entity.js';
import { SignUpFacts } from '../sign-up-facts.js';

@Injectable()
export class EndSignUp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  handle(principal: Principal, id: string, expected: number | undefined): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const asked = await tx.manager.findOneBy(SignUp, { id });
      if (!asked) throw new Refusal(commonProblems['not-found']);
      const { shift, event } = await takeShift(tx, asked.shiftId);
      const signUp = await tx.find(SignUp, { id });
      const reason = signUp && reasonOf(principal, signUp, event);
      if (!reason) throw new Refusal(commonProblems['not-found']);
      assertExpected(signUp, expected);
      if (!signUp.isOpen) return;
      if (hasBegun(shift, this.clock.now())) throw new Refusal(volunteersProblems.closed);
      const facts = new SignUpFacts(shift, event);
      const released = facts.released(signUp, reason);
      const now = this.clock.now();
      shift.release(signUp, reason, now);
      const promoted = await this.promoteNext(tx, shift, now);
      await tx.update(shift);
      await tx.update(signUp);
      if (promoted) await tx.update(promoted);
      await tx.emit(shift, released, ...(promoted ? [facts.confirmed(promoted, 'promotion')] : []));
    });
  }

  /** Whoever waits longest, with no exception. */
  private async promoteNext(tx: Transaction, shift: Shift, now: Date): Promise<SignUp | null> {
    if (!shift.hasSeatForNext) return null;
    const next = await tx.manager.findOneOrFail(SignUp, {
      where: { shiftId: shift.id, status: 'waitlisted' },
      order: { waitNumber: 'ASC' },
    });
    shift.promote(next, now);
    return next;
  }
}

/** Null for somebody whose business it is not. */
function reasonOf(principal: Principal, signUp: SignUp, event: VolunteerEvent) {
  if (signUp.personId === principal.accountId) return 'withdrawn';
  return coordinates(principal, event) ? 'released-by-coordinator' : null;
}
