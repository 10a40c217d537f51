import { Injectable } from '@nestjs/common';
import { Refusal } from '../../contracts/refusal.js';
import { DeadLetters, NotDead } from '../../messaging/dead-letters/dead-letters.js';
import { HeldMessage } from '../../messaging/dead-letters/held-message.entity.js';
import type { Transaction } from '../../persistence/transaction.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { AuditTrail } from '../../security/audit/audit-trail.js';
import { commonProblems } from '../problems/common-problems.js';
import { deadLetterProblems } from './dead-letter-problems.js';

export interface DeadLetterAct {
  readonly actorId: string;
  readonly action: 'try-dead-letter' | 'replay-dead-letter' | 'discard-dead-letter';
  readonly reason?: string;
}

/** Whatever is done about a dead letter commits with a row that says who did it. */
@Injectable()
export class DeadLetterDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deadLetters: DeadLetters,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** @throws Refusal `not-found`, or `dead-letter-settled` when somebody else was faster */
  settle<T>(
    number: number,
    act: DeadLetterAct,
    work: (deadLetters: DeadLetters, tx: Transaction, letter: HeldMessage) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.run(async (tx) => {
      const letter = await tx.find(HeldMessage, { id: number });
      if (!letter || letter.state === 'waiting') throw new Refusal(commonProblems['not-found']);
      if (letter.state !== 'dead') throw settled();
      await this.record(tx, letter, act);
      return orSettled(work(this.deadLetters, tx, letter));
    });
  }

  /** Does something with several at once: all of it or nothing. */
  settleAll<T>(
    act: DeadLetterAct,
    choose: (tx: Transaction) => Promise<HeldMessage[]>,
    work: (deadLetters: DeadLetters, tx: Transaction, letters: readonly HeldMessage[]) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.run(async (tx) => {
      const letters = await choose(tx);
      for (const letter of letters) await this.record(tx, letter, act);
      return orSettled(work(this.deadLetters, tx, letters));
    });
  }

  /** There is no person whose data it would be: the one who acts stands for both, as with a search that found nobody. */
  private record(tx: Transaction, { id }: HeldMessage, act: DeadLetterAct): Promise<void> {
    const subject = { type: 'dead-letter', id: String(id) };
    return this.auditTrail.record(tx, { ...act, personId: act.actorId, subject });
  }
}

const settled = (): Refusal => new Refusal(deadLetterProblems['dead-letter-settled']);

async function orSettled<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof NotDead ? settled() : error;
  }
}
