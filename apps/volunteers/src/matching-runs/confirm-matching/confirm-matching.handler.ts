import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { type FieldError, type Language, Refusal } from '@sanxian/shared/contracts';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail, type Principal } from '@sanxian/shared/security';
import type { Proposal } from '../../matching/propose.js';
import { volunteersProblems } from '../../problems.js';
import { Seating } from '../../shifts/seating.js';
import { describeMatchingRun } from '../describe-matching-run.js';
import { takeMatchingRun } from '../find-matching-run.js';
import type { MatchingRunResponse } from '../matching-run.dto.js';

@Injectable()
export class ConfirmMatching {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seating: Seating,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  handle(coordinator: Principal, id: string, language: Language): Promise<MatchingRunResponse> {
    return this.unitOfWork.run(async (tx) => {
      const run = await takeMatchingRun(tx, coordinator, id);
      if (run.confirmedAt) return describeMatchingRun(run, language);
      const { proposals } = run.confirm(this.clock.now());
      await this.seatAll(tx, coordinator.accountId, proposals, language);
      await tx.update(run);
      return describeMatchingRun(run, language);
    });
  }

  /** @throws Refusal `matching-conflicts`, with one error for each proposal that no longer holds */
  private async seatAll(
    tx: Transaction,
    actorId: string,
    proposals: readonly Proposal[],
    language: Language,
  ): Promise<void> {
    // Everybody takes shifts in the order of their ids, and people after them: so two confirmations wait for each other only one way.
    const shifts = await this.seating.take(tx, [...new Set(proposals.map(({ shiftId }) => shiftId))].sort());
    const errors: FieldError[] = [];
    for (const [index, { personId, shiftId }] of inOrder(proposals)) {
      const seated = await this.seating.seat(tx, shifts.get(shiftId)!, personId);
      if ('obstacle' in seated) {
        const { code, title } = volunteersProblems[seated.obstacle];
        errors.push({ path: `proposals[${index}]`, code, message: title[language] });
      } else {
        const subject = { type: 'sign-up', id: seated.signUp.id };
        await this.auditTrail.record(tx, { actorId, action: 'confirm-matching', personId, subject });
      }
    }
    if (errors.length > 0) {
      throw new Refusal(volunteersProblems['matching-conflicts'], { conflicts: errors.length }, errors);
    }
  }
}

/** By person, with their places in the list: profiles are taken one after the other, too. */
const inOrder = (proposals: readonly Proposal[]): [number, Proposal][] =>
  [...proposals.entries()].sort(([, one], [, other]) =>
    one.personId < other.personId ? -1 : one.personId > other.personId ? 1 : 0,
  );
