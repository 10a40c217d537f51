import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail } from '@sanxian/shared/security';
import type { BloodIntentOfPersonResponse } from '../blood-intent-of-person.dto.js';
import { describeIntentOfPerson } from '../describe-intent-of-person.js';
import { ShowIntent } from '../show-intent/show-intent.handler.js';

@Injectable()
export class ShowIntentOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly showIntent: ShowIntent,
    private readonly auditTrail: AuditTrail,
  ) {}

  async handle(coordinatorId: string, personId: string, id: string): Promise<BloodIntentOfPersonResponse> {
    const intent = await this.showIntent.handle(personId, id);
    const subject = { type: 'blood-intent', id };
    const act = { actorId: coordinatorId, action: 'read-blood-intent', personId, subject };
    await this.unitOfWork.run((tx) => this.auditTrail.record(tx, act));
    return describeIntentOfPerson(intent);
  }
}
