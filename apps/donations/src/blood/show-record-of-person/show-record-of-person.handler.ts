import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail } from '@sanxian/shared/security';
import type { BloodDonationRecordResponse } from '../donation-record.dto.js';
import { ShowRecord } from '../show-record/show-record.handler.js';

@Injectable()
export class ShowRecordOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly showRecord: ShowRecord,
    private readonly auditTrail: AuditTrail,
  ) {}

  async handle(coordinatorId: string, personId: string, id: string): Promise<BloodDonationRecordResponse> {
    const record = await this.showRecord.handle(personId, id);
    const subject = { type: 'donation-record', id };
    const act = { actorId: coordinatorId, action: 'read-blood-donation-record', personId, subject };
    await this.unitOfWork.run((tx) => this.auditTrail.record(tx, act));
    return record;
  }
}
