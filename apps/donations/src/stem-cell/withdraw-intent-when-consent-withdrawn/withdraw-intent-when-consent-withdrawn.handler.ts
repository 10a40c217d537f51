import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import type { ConsentWithdrawn } from '@sanxian/shared/contracts';
import type { EventContext } from '@sanxian/shared/messaging';
import { StemCellIntent } from '../stem-cell-intent.entity.js';
import { withdrawFromRegistry } from '../withdraw-from-registry.js';

/**
 * An intent stands on the consent to the registry and ends with it. Runs in the transaction in which this service takes
 * note of the withdrawal: once that is proven to the person, their intent is withdrawn.
 */
@Injectable()
export class WithdrawStemCellIntentWhenConsentWithdrawn {
  constructor(private readonly clock: Clock) {}

  async handle(
    { personId, purpose }: ConsentWithdrawn,
    { tx, aggregateVersion }: Pick<EventContext, 'tx' | 'aggregateVersion'>,
  ): Promise<void> {
    if (purpose !== 'stem-cell-registry') return;
    const intent = await tx.find(StemCellIntent, { openKey: personId });
    // A withdrawal that comes late says nothing about an intent that stands on a newer consent.
    if (!intent || intent.consentVersion > aggregateVersion) return;
    await withdrawFromRegistry(tx, intent, 'consent-withdrawn', this.clock.now());
  }
}
