import { Injectable } from '@nestjs/common';
import type { Language, Purpose } from '@sanxian/shared/contracts';
import type { ConsentEntry, ConsentOrigin } from '../consent-entry.entity.js';
import { ConsentLedger } from '../consent-ledger.js';
import { currentConsentText } from '../texts/consent-texts.js';

interface WithdrawConsentCommand {
  readonly accountId: string;
  readonly purpose: Purpose;
  readonly language: Language;
  readonly origin?: ConsentOrigin;
}

@Injectable()
export class WithdrawConsent {
  constructor(private readonly ledger: ConsentLedger) {}

  async handle(command: WithdrawConsentCommand): Promise<void> {
    await this.record(command);
  }

  /** A "no" to a question never answered is recorded too, so that nobody is asked again and again. */
  record({ accountId, purpose, language, origin }: WithdrawConsentCommand): Promise<ConsentEntry> {
    const decision = { purpose, state: 'withdrawn', text: currentConsentText(purpose), language } as const;
    return this.ledger.record(accountId, decision, origin);
  }
}
