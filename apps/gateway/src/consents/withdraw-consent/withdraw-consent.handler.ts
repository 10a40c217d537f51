import { Injectable } from '@nestjs/common';
import type { Language, Purpose } from '@sanxian/shared/contracts';
import { ConsentLedger } from '../consent-ledger.js';
import { currentConsentText } from '../texts/consent-texts.js';

interface WithdrawConsentCommand {
  readonly accountId: string;
  readonly purpose: Purpose;
  readonly language: Language;
}

@Injectable()
export class WithdrawConsent {
  constructor(private readonly ledger: ConsentLedger) {}

  /** A "no" to a question never answered is recorded too, so that nobody is asked again and again. */
  async handle({ accountId, purpose, language }: WithdrawConsentCommand): Promise<void> {
    await this.ledger.record(accountId, { purpose, state: 'withdrawn', text: currentConsentText(purpose), language });
  }
}
