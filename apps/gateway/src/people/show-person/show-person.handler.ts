import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail } from '@sanxian/shared/security';
import { People } from '../people.js';
import type { PersonResponse } from '../person.dto.js';

@Injectable()
export class ShowPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly auditTrail: AuditTrail,
  ) {}

  handle(coordinatorId: string, id: string): Promise<PersonResponse> {
    return this.unitOfWork.run(async (tx) => {
      const account = await this.people.byId(tx.manager, id);
      if (!account) throw new Refusal(commonProblems['not-found']);
      const subject = { type: 'account', id };
      await this.auditTrail.record(tx, { actorId: coordinatorId, action: 'read-person', personId: id, subject });
      return this.people.describe(tx.manager, account);
    });
  }
}
