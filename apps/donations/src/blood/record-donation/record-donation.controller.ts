import { Body, Controller, Post } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CreatedAt, CurrentPrincipal, ReaderLanguage } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { BloodDonationRecordResponse } from '../donation-record.dto.js';
import { RecordBloodDonationRequest } from './record-donation.dto.js';
import { RecordDonation } from './record-donation.handler.js';

@Controller('api/v1/donations/blood/records')
export class RecordDonationController {
  constructor(private readonly recordDonation: RecordDonation) {}

  /** Keeps a donation that the reader has given. It takes no consent: nobody is contacted for it. */
  @Post()
  @CreatedAt('/api/v1/donations/blood/records/:id')
  record(
    @CurrentPrincipal() citizen: Principal,
    @Body() request: RecordBloodDonationRequest,
    @ReaderLanguage() language: Language,
  ): Promise<BloodDonationRecordResponse> {
    return this.recordDonation.handle(citizen.accountId, 'self-reported', request, language);
  }
}
