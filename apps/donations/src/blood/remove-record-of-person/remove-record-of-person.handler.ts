import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail } from '@sanxian/shared/security';
import { describeRecord } from '../describe-record.js';
import type { BloodDonationRecordResponse } from '../donation-record.dto.js';
import { DonationRecord } from '../donation-record.entity.js';
import { DonorWatch } from '../invite-when-eligible-again/donor-watch.js';

@Injectable()
export class RemoveRecordOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly donorWatch: DonorWatch,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  handle(coordinatorId: string, personId: string, id: string, reason: string): Promise<BloodDonationRecordResponse> {
    return this.unitOfWork.run(async (tx) => {
      const record = await tx.find(DonationRecord, { id, personId });
      if (!record) throw new Refusal(commonProblems['not-found']);
      const removed = record.remove(this.clock.now());
      if (removed.length > 0) {
        await this.donorWatch.recordsChange(tx, personId);
        await tx.update(record);
        await tx.emit(record, ...removed);
        const subject = { type: 'donation-record', id };
        const act = { actorId: coordinatorId, action: 'remove-blood-donation-record', personId, subject, reason };
        await this.auditTrail.record(tx, act);
      }
      return describeRecord(record);
    });
  }
}
