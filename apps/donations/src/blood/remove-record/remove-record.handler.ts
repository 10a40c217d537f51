import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { assertExpected, commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { donationsProblems } from '../../problems.js';
import { DonationRecord } from '../donation-record.entity.js';
import { DonorWatch } from '../invite-when-eligible-again/donor-watch.js';

@Injectable()
export class RemoveRecord {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly donorWatch: DonorWatch,
    private readonly clock: Clock,
  ) {}

  handle(personId: string, id: string, expected: number | undefined): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const record = await tx.find(DonationRecord, { id, personId });
      if (!record) throw new Refusal(commonProblems['not-found']);
      assertExpected(record, expected);
      if (record.source !== 'self-reported') throw new Refusal(donationsProblems['entered-by-coordinator']);
      const removed = record.remove(this.clock.now());
      if (removed.length === 0) return;
      await this.donorWatch.recordsChange(tx, personId);
      await tx.update(record);
      await tx.emit(record, ...removed);
    });
  }
}
