import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail, PersonKeys } from '@sanxian/shared/security';
import { describeIntent } from '../describe-intent.js';
import type { StemCellIntentResponse } from '../stem-cell-intent.dto.js';
import { StemCellIntent } from '../stem-cell-intent.entity.js';
import { withdrawFromRegistry } from '../withdraw-from-registry.js';

interface WithdrawStemCellIntentOfPersonCommand {
  readonly coordinatorId: string;
  readonly personId: string;
  readonly id: string;
  readonly reason: string;
}

@Injectable()
export class WithdrawStemCellIntentOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly personKeys: PersonKeys,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  handle(command: WithdrawStemCellIntentOfPersonCommand): Promise<StemCellIntentResponse> {
    const { coordinatorId, personId, id, reason } = command;
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const intent = await tx.find(StemCellIntent, { id, personId });
      if (!intent) throw new Refusal(commonProblems['not-found']);
      if (intent.stage !== 'WITHDRAWN') {
        await withdrawFromRegistry(tx, intent, 'staff', now);
        const subject = { type: 'stem-cell-intent', id };
        const act = { actorId: coordinatorId, action: 'withdraw-stem-cell-intent', personId, subject, reason };
        await this.auditTrail.record(tx, act);
      }
      return describeIntent(intent, await this.personKeys.find(tx.manager, personId), now);
    });
  }
}
