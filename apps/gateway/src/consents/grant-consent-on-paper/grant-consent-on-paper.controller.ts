import { Body, Controller, Param, Put, UseGuards } from '@nestjs/common';
import { type Language, type Purpose, purposes } from '@sanxian/shared/contracts';
import { CurrentPrincipal, DocumentedParameter, ReaderLanguage, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import type { ConsentResponse } from '../consent.dto.js';
import { KnownPurpose } from '../known-purpose.pipe.js';
import { GrantConsentOnPaperRequest } from './grant-consent-on-paper.dto.js';
import { GrantConsentOnPaper } from './grant-consent-on-paper.handler.js';

@Controller('api/v1/accounts/people/:id/consents')
@UseGuards(WorksForBranch)
export class GrantConsentOnPaperController {
  constructor(private readonly grantConsent: GrantConsentOnPaper) {}

  /** Enters a consent that a person has signed on paper. */
  @Put(':purpose')
  @DocumentedParameter('purpose', purposes)
  grant(
    @CurrentPrincipal() { accountId: coordinatorId }: Principal,
    @Param('id', ResourceId) personId: string,
    @Param('purpose', KnownPurpose) purpose: Purpose,
    @Body() request: GrantConsentOnPaperRequest,
    @ReaderLanguage() readerLanguage: Language,
  ): Promise<ConsentResponse> {
    return this.grantConsent.handle({ coordinatorId, personId, purpose, request, readerLanguage });
  }
}
