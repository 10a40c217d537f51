import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail } from '@sanxian/shared/security';
import { BloodIntent } from '../blood-intent.entity.js';
import type { BloodIntentOfPersonResponse } from '../blood-intent-of-person.dto.js';
import { describeIntent } from '../describe-intent.js';
import { describeIntentOfPerson } from '../describe-intent-of-person.js';
import { WithdrawIntent } from '../withdraw-intent/withdraw-intent.handler.js';

interface WithdrawIntentOfPersonCommand {
  readonly coordinatorId: string;
  readonly personId: string;
  readonly id: string;
  readonly reason: string;
}

@Injectable()
export class WithdrawIntentOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly withdrawIntent: WithdrawIntent,
    private readonly auditTrail: AuditTrail,
  ) {}

  handle({ coordinatorId, personId, id, reason }: WithdrawIntentOfPersonCommand): Promise<BloodIntentOfPersonResponse> {
    return this.unitOfWork.run(async (tx) => {
      const before = await intentOf(tx, personId, id);
      if (before.status === 'withdrawn') return describeIntentOfPerson(describeIntent(before, null));
      await this.withdrawIntent.handle(personId, id, undefined);
      const subject = { type: 'blood-intent', id };
      const act = { actorId: coordinatorId, action: 'withdraw-blood-intent', personId, subject, reason };
      await this.auditTrail.record(tx, act);
      return describeIntentOfPerson(describeIntent(await intentOf(tx, personId, id), null));
    });
  }
}

async function intentOf(tx: Transaction, personId: string, id: string): Promise<BloodIntent> {
  const intent = await tx.find(BloodIntent, { id, personId });
  if (!intent) throw new Refusal(commonProblems['not-found']);
  return intent;
}
