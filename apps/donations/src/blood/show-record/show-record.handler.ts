import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { describeRecord } from '../describe-record.js';
import type { BloodDonationRecordResponse } from '../donation-record.dto.js';
import { DonationRecord } from '../donation-record.entity.js';

@Injectable()
export class ShowRecord {
  constructor(private readonly reads: ReadDatabase) {}

  async handle(personId: string, id: string): Promise<BloodDonationRecordResponse> {
    const record = await this.reads.manager.findOneBy(DonationRecord, { id, personId });
    if (!record) throw new Refusal(commonProblems['not-found']);
    return describeRecord(record);
  }
}
