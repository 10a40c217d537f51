import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { type Language, type Purpose, purposes } from '@sanxian/shared/contracts';
import { CurrentPrincipal, DocumentedParameter, ReaderLanguage } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { KnownPurpose } from '../known-purpose.pipe.js';
import { WithdrawConsent } from './withdraw-consent.handler.js';

@Controller('api/v1/me/consents')
export class WithdrawConsentController {
  constructor(private readonly withdrawConsent: WithdrawConsent) {}

  /** Takes a consent back, or says no before ever saying yes. */
  @Delete(':purpose')
  @DocumentedParameter('purpose', purposes)
  @HttpCode(204)
  withdraw(
    @CurrentPrincipal() { accountId }: Principal,
    @Param('purpose', KnownPurpose) purpose: Purpose,
    @ReaderLanguage() language: Language,
  ): Promise<void> {
    return this.withdrawConsent.handle({ accountId, purpose, language });
  }
}
