import { Controller, Get } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CurrentPrincipal, ReaderLanguage } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { ConsentListResponse } from '../consent.dto.js';
import { ListConsents } from './list-consents.query.js';

@Controller('api/v1/me/consents')
export class ListConsentsController {
  constructor(private readonly listConsents: ListConsents) {}

  /** What the person allowed, purpose by purpose, with the text of each. */
  @Get()
  list(
    @CurrentPrincipal() { accountId }: Principal,
    @ReaderLanguage() language: Language,
  ): Promise<ConsentListResponse> {
    return this.listConsents.of(accountId, language);
  }
}
