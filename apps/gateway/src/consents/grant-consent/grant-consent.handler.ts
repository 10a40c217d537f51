import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { type Language, type Purpose, Refusal } from '@sanxian/shared/contracts';
import { gatewayProblems } from '../../problems.js';
import type { ConsentResponse } from '../consent.dto.js';
import { ConsentLedger } from '../consent-ledger.js';
import { describeConsent } from '../describe-consent.js';
import { currentConsentText } from '../texts/consent-texts.js';

interface GrantConsentCommand {
  readonly accountId: string;
  readonly purpose: Purpose;
  readonly textVersion: string;
  readonly language: Language;
}

@Injectable()
export class GrantConsent {
  constructor(
    private readonly ledger: ConsentLedger,
    private readonly clock: Clock,
  ) {}

  async handle({ accountId, purpose, textVersion, language }: GrantConsentCommand): Promise<ConsentResponse> {
    const text = currentConsentText(purpose);
    if (textVersion !== text.version) {
      throw new Refusal(gatewayProblems['unknown-text-version'], { currentTextVersion: text.version });
    }
    const entry = await this.ledger.record(accountId, { purpose, state: 'granted', text, language });
    return describeConsent(purpose, entry, { language, now: this.clock.now() });
  }
}
