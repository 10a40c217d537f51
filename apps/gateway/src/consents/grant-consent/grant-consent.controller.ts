import { Body, Controller, Param, Put } from '@nestjs/common';
import type { Language, Purpose } from '@sanxian/shared/contracts';
import { CurrentPrincipal, ReaderLanguage } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { ConsentDto } from '../consent.dto.js';
import { KnownPurpose } from '../known-purpose.pipe.js';
import { GrantConsentDto } from './grant-consent.dto.js';
import { GrantConsent } from './grant-consent.handler.js';

@Controller('api/v1/me/consents')
export class GrantConsentController {
  constructor(private readonly grantConsent: GrantConsent) {}

  /** Allows one purpose, on the text the person has read. */
  @Put(':purpose')
  grant(
    @CurrentPrincipal() { accountId }: Principal,
    @Param('purpose', KnownPurpose) purpose: Purpose,
    @Body() { textVersion }: GrantConsentDto,
    @ReaderLanguage() language: Language,
  ): Promise<ConsentDto> {
    return this.grantConsent.handle({ accountId, purpose, textVersion, language });
  }
}
