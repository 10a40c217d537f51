import { Injectable } from '@nestjs/common';
import { PersonFactsQueries } from '@sanxian/shared/security';
import { type EntityManager, IsNull } from 'typeorm';
import { DonationRecord } from './donation-record.entity.js';
import type { KnownDonor } from './pre-screen/next-eligible.js';

@Injectable()
export class KnownDonors {
  constructor(private readonly personFacts: PersonFactsQueries) {}

  /** What the records that count and the profile tell of somebody, read anew each time. */
  async of(manager: EntityManager, personId: string): Promise<KnownDonor> {
    const history = await manager.find(DonationRecord, {
      select: { product: true, donatedOn: true },
      where: { personId, removedAt: IsNull() },
    });
    return { history, ...(await this.personFacts.of(manager, personId)) };
  }
}
