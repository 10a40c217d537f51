import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { type Language, Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { PersonFactsQueries } from '@sanxian/shared/security';
import { IsNull } from 'typeorm';
import { donationsProblems } from '../../problems.js';
import { describeRecord } from '../describe-record.js';
import type { BloodDonationRecordResponse, RecordSource } from '../donation-record.dto.js';
import { DonationRecord, type NewDonationRecord, openKeyOf } from '../donation-record.entity.js';
import { DonorWatch } from '../invite-when-eligible-again/donor-watch.js';
import { whyImpossible } from './donation-day.policy.js';
import { impossibleDayTexts } from './donation-day-texts.js';
import type { RecordBloodDonationRequest } from './record-donation.dto.js';

/** More than anybody can give: platelets every two weeks from 18 to 60 make a thousand. */
const mostRecords = 1_200;

@Injectable()
export class RecordDonation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly personFacts: PersonFactsQueries,
    private readonly donorWatch: DonorWatch,
    private readonly clock: Clock,
  ) {}

  handle(
    personId: string,
    source: RecordSource,
    request: RecordBloodDonationRequest,
    language: Language,
  ): Promise<BloodDonationRecordResponse> {
    const { product, volumeMl, units, donatedOn } = request;
    return this.unitOfWork.run(async (tx) => {
      await this.donorWatch.recordsChange(tx, personId);
      await this.assertPossible(tx, personId, donatedOn, language);
      const details = { personId, product, volumeMl: volumeMl ?? null, units: units ?? null, donatedOn, source };
      await assertNew(tx, details);
      const { record, recorded } = DonationRecord.record(details, this.clock.now());
      await tx.insert(record);
      await tx.emit(record, recorded);
      return describeRecord(record);
    });
  }

  /** @throws Refusal invalid-request */
  private async assertPossible(tx: Transaction, personId: string, day: string, language: Language): Promise<void> {
    const { birthDate } = await this.personFacts.of(tx.manager, personId);
    const code = whyImpossible(day, { today: todayInShanghai(this.clock), birthDate });
    if (code === null) return;
    const message = impossibleDayTexts[code][language];
    throw new Refusal(commonProblems['invalid-request'], {}, [{ path: 'donatedOn', code, message }]);
  }
}

/** @throws Refusal already-recorded, too-many-records */
async function assertNew({ manager }: Transaction, details: NewDonationRecord): Promise<void> {
  if (await manager.existsBy(DonationRecord, { openKey: openKeyOf(details) })) {
    throw new Refusal(donationsProblems['already-recorded']);
  }
  const { personId } = details;
  if ((await manager.countBy(DonationRecord, { personId, removedAt: IsNull() })) >= mostRecords) {
    throw new Refusal(donationsProblems['too-many-records']);
  }
}
