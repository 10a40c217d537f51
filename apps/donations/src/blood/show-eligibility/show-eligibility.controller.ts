import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CurrentPrincipal, ReaderLanguage } from '@sanxian/shared/http';
import { type Principal, ProfileCaughtUp } from '@sanxian/shared/security';
import { type BloodEligibility, BloodEligibilityQuery } from './show-eligibility.dto.js';
import { ShowEligibility } from './show-eligibility.handler.js';

@Controller('api/v1/donations/blood/eligibility')
export class ShowEligibilityController {
  constructor(private readonly showEligibility: ShowEligibility) {}

  /** From when the reader may give again, as far as their donation records, birth date and sex tell. */
  @Get()
  @UseGuards(ProfileCaughtUp)
  show(
    @CurrentPrincipal() citizen: Principal,
    @Query() { area }: BloodEligibilityQuery,
    @ReaderLanguage() language: Language,
  ): Promise<BloodEligibility> {
    return this.showEligibility.handle(citizen.accountId, area, language);
  }
}
