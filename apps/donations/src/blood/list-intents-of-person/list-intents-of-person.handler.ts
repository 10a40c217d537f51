import { Injectable } from '@nestjs/common';
import type { ListQuery } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail } from '@sanxian/shared/security';
import { describeIntentOfPerson } from '../describe-intent-of-person.js';
import { ListMyIntents } from '../list-my-intents/list-my-intents.handler.js';
import type { BloodIntentOfPersonPage } from './list-intents-of-person.dto.js';

@Injectable()
export class ListIntentsOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly listMyIntents: ListMyIntents,
    private readonly auditTrail: AuditTrail,
  ) {}

  async handle(coordinatorId: string, personId: string, query: ListQuery): Promise<BloodIntentOfPersonPage> {
    const { items, nextAfter } = await this.listMyIntents.handle(personId, query);
    const subject = { type: 'person', id: personId };
    const act = { actorId: coordinatorId, action: 'read-blood-intents', personId, subject };
    await this.unitOfWork.run((tx) => this.auditTrail.record(tx, act));
    return { items: items.map(describeIntentOfPerson), nextAfter };
  }
}
