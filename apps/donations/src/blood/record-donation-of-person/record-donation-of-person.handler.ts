import { Injectable } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail } from '@sanxian/shared/security';
import type { BloodDonationRecordResponse } from '../donation-record.dto.js';
import { RecordDonation } from '../record-donation/record-donation.handler.js';
import type { RecordBloodDonationOfPersonRequest } from './record-donation-of-person.dto.js';

@Injectable()
export class RecordDonationOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordDonation: RecordDonation,
    private readonly auditTrail: AuditTrail,
  ) {}

  handle(
    coordinatorId: string,
    personId: string,
    { reason, ...request }: RecordBloodDonationOfPersonRequest,
    language: Language,
  ): Promise<BloodDonationRecordResponse> {
    return this.unitOfWork.run(async (tx) => {
      const record = await this.recordDonation.handle(personId, 'entered-by-coordinator', request, language);
      await this.auditTrail.record(tx, {
        actorId: coordinatorId,
        action: 'record-blood-donation',
        personId,
        subject: { type: 'donation-record', id: record.id },
        reason,
      });
      return record;
    });
  }
}
