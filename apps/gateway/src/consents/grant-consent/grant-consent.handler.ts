import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { type Language, type Purpose, Refusal } from '@sanxian/shared/contracts';
import { gatewayProblems } from '../../problems.js';
import type { ConsentResponse } from '../consent.dto.js';
import type { ConsentEntry, ConsentOrigin } from '../consent-entry.entity.js';
import { ConsentLedger } from '../consent-ledger.js';
import { describeConsent } from '../describe-consent.js';
import { currentConsentText } from '../texts/consent-texts.js';

interface GrantConsentCommand {
  readonly accountId: string;
  readonly purpose: Purpose;
  readonly textVersion: string;
  /** The language the text was read in. */
  readonly language: Language;
  readonly origin?: ConsentOrigin;
}

@Injectable()
export class GrantConsent {
  constructor(
    private readonly ledger: ConsentLedger,
    private readonly clock: Clock,
  ) {}

  async handle(command: GrantConsentCommand): Promise<ConsentResponse> {
    const { purpose, language } = command;
    return describeConsent(purpose, await this.record(command), { language, now: this.clock.now() });
  }

  /** @throws Refusal `unknown-text-version` unless the current wording was read */
  record({ accountId, purpose, textVersion, language, origin }: GrantConsentCommand): Promise<ConsentEntry> {
    const text = currentConsentText(purpose);
    if (textVersion !== text.version) {
      throw new Refusal(gatewayProblems['unknown-text-version'], { currentTextVersion: text.version });
    }
    return this.ledger.record(accountId, { purpose, state: 'granted', text, language }, origin);
  }
}
