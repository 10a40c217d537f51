import { Body, Controller, Param, Put } from '@nestjs/common';
import { type Language, type Purpose, purposes } from '@sanxian/shared/contracts';
import { CurrentPrincipal, DocumentedParameter, ReaderLanguage } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { ConsentResponse } from '../consent.dto.js';
import { KnownPurpose } from '../known-purpose.pipe.js';
import { GrantConsentRequest } from './grant-consent.dto.js';
import { GrantConsent } from './grant-consent.handler.js';

@Controller('api/v1/me/consents')
export class GrantConsentController {
  constructor(private readonly grantConsent: GrantConsent) {}

  /** Allows one purpose, on the text the person has read. */
  @Put(':purpose')
  @DocumentedParameter('purpose', purposes)
  grant(
    @CurrentPrincipal() { accountId }: Principal,
    @Param('purpose', KnownPurpose) purpose: Purpose,
    @Body() { textVersion }: GrantConsentRequest,
    @ReaderLanguage() language: Language,
  ): Promise<ConsentResponse> {
    return this.grantConsent.handle({ accountId, purpose, textVersion, language });
  }
}
