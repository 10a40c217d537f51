import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import type { ConsentApplied } from '../../contracts/consent-applied.js';
import { fact, type EventClass } from '../../contracts/event-contract.js';
import type { Transaction } from '../../persistence/transaction.js';

/** A consent a service goes by, and the version of the account that brought it. */
export type AppliedConsent = Pick<ConsentApplied, 'personId' | 'purpose' | 'state' | 'identityVersion'>;

/** A service's word that it acts by a changed consent: its part of the proof a person can ask for. */
@Injectable()
export class ConsentAnnouncement {
  constructor(private readonly clock: Clock) {}

  /**
   * Belongs into the transaction that makes it true, after everything the change brings with it.
   * @param contract the service's own `consent-applied`
   */
  async emit(tx: Transaction, contract: EventClass<ConsentApplied>, consent: AppliedConsent): Promise<void> {
    const { personId, purpose, state, identityVersion } = consent;
    const appliedAt = this.clock.now().toISOString();
    const aggregate = { id: personId, version: identityVersion };
    await tx.emit(aggregate, fact(contract, { personId, purpose, state, identityVersion, appliedAt }));
  }
}
