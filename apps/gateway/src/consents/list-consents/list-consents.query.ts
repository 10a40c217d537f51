import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { type Language, purposes } from '@sanxian/shared/contracts';
import { ReadDatabase } from '@sanxian/shared/persistence';
import type { ConsentListResponse } from '../consent.dto.js';
import { ConsentEntry } from '../consent-entry.entity.js';
import { describeConsent } from '../describe-consent.js';

@Injectable()
export class ListConsents {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  async of(accountId: string, language: Language): Promise<ConsentListResponse> {
    const ledger = await this.reads.manager.find(ConsentEntry, {
      where: { accountId },
      order: { accountVersion: 'ASC' },
    });
    const newestOf = new Map(ledger.map((entry) => [entry.purpose, entry]));
    const reading = { language, now: this.clock.now() };
    return { items: purposes.map((purpose) => describeConsent(purpose, newestOf.get(purpose), reading)) };
  }
}
