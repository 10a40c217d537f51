import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { assertSigned } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { PaperTrail } from '@sanxian/shared/security';
import type { OrganDecisionResponse } from '../organ-decision.dto.js';
import { RecordOrganDecision } from '../record-decision/record-decision.handler.js';
import type { RecordOrganDecisionOfPersonRequest } from './record-decision-of-person.dto.js';

@Injectable()
export class RecordOrganDecisionOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordDecision: RecordOrganDecision,
    private readonly paperTrail: PaperTrail,
    private readonly clock: Clock,
  ) {}

  async handle(
    coordinatorId: string,
    personId: string,
    { paperForm, reason, ...request }: RecordOrganDecisionOfPersonRequest,
  ): Promise<OrganDecisionResponse> {
    assertSigned(paperForm, todayInShanghai(this.clock));
    return this.unitOfWork.run(async (tx) => {
      const decision = await this.recordDecision.handle({ personId, recordedBy: 'staff', request });
      const subject = { type: 'organ-decision', id: decision.id };
      const act = { actorId: coordinatorId, action: 'record-organ-decision', personId, subject, reason };
      await this.paperTrail.record(tx, act, paperForm);
      return decision;
    });
  }
}
