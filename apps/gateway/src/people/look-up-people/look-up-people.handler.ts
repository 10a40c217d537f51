import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail } from '@sanxian/shared/security';
import { assertResidentId } from '../../resident-id/resident-id-field.js';
import { People } from '../people.js';
import type { LookUpPeopleRequest, PeopleFoundResponse } from './look-up-people.dto.js';

@Injectable()
export class LookUpPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  handle(coordinatorId: string, { reason, residentId, phone }: LookUpPeopleRequest): Promise<PeopleFoundResponse> {
    if (residentId !== undefined) assertResidentId(residentId, todayInShanghai(this.clock));
    return this.unitOfWork.run(async (tx) => {
      const found = await this.people.find(tx.manager, { residentId, phone });
      const act = { actorId: coordinatorId, reason };
      for (const { id } of found) {
        const subject = { type: 'account', id };
        await this.auditTrail.record(tx, { ...act, action: 'look-up-person', personId: id, subject });
      }
      // Trying one number after the other leaves a trace too: of the one who tried.
      if (found.length === 0) {
        const subject = { type: 'account', id: coordinatorId };
        await this.auditTrail.record(tx, { ...act, action: 'look-up-nobody', personId: coordinatorId, subject });
      }
      return { items: await Promise.all(found.map((account) => this.people.describe(tx.manager, account))) };
    });
  }
}
