import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { type Language, type Purpose, Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail } from '@sanxian/shared/security';
import { People } from '../../people/people.js';
import type { ConsentResponse } from '../consent.dto.js';
import { describeConsent } from '../describe-consent.js';
import { WithdrawConsent } from '../withdraw-consent/withdraw-consent.handler.js';

interface WithdrawConsentForPersonCommand {
  readonly coordinatorId: string;
  readonly personId: string;
  readonly purpose: Purpose;
  readonly reason: string;
  readonly language: Language;
}

@Injectable()
export class WithdrawConsentForPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly withdrawConsent: WithdrawConsent,
    private readonly auditTrail: AuditTrail,
  ) {}

  handle(command: WithdrawConsentForPersonCommand): Promise<ConsentResponse> {
    const { coordinatorId, personId, purpose, reason, language } = command;
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.people.byId(tx.manager, personId))) throw new Refusal(commonProblems['not-found']);
      const origin = { channel: 'paper', recordedBy: coordinatorId } as const;
      const entry = await this.withdrawConsent.record({ accountId: personId, purpose, language: 'zh-CN', origin });
      const subject = { type: 'consent-entry', id: entry.id };
      const act = { actorId: coordinatorId, action: 'withdraw-consent', personId, subject, reason };
      await this.auditTrail.record(tx, act);
      return describeConsent(purpose, entry, { language, now: this.clock.now() });
    });
  }
}
