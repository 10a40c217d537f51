import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { type Language, type Purpose, purposes } from '@sanxian/shared/contracts';
import { CurrentPrincipal, DocumentedParameter, ReaderLanguage, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import type { ConsentResponse } from '../consent.dto.js';
import { KnownPurpose } from '../known-purpose.pipe.js';
import { WithdrawConsentForPersonRequest } from './withdraw-consent-for-person.dto.js';
import { WithdrawConsentForPerson } from './withdraw-consent-for-person.handler.js';

@Controller('api/v1/accounts/people/:id/consents/:purpose/withdrawal')
@UseGuards(WorksForBranch)
export class WithdrawConsentForPersonController {
  constructor(private readonly withdrawConsent: WithdrawConsentForPerson) {}

  /** Takes a consent back, or says no before a yes, because the person told staff so. It takes no form. */
  @Post()
  @HttpCode(200)
  @DocumentedParameter('purpose', purposes)
  withdraw(
    @CurrentPrincipal() { accountId: coordinatorId }: Principal,
    @Param('id', ResourceId) personId: string,
    @Param('purpose', KnownPurpose) purpose: Purpose,
    @Body() { reason }: WithdrawConsentForPersonRequest,
    @ReaderLanguage() language: Language,
  ): Promise<ConsentResponse> {
    return this.withdrawConsent.handle({ coordinatorId, personId, purpose, reason, language });
  }
}
