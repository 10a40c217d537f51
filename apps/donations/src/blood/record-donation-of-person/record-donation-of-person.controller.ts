import { Body, Controller, Param, Post, UseGuards } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CreatedAt, CurrentPrincipal, ReaderLanguage, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { PersonIsKnown } from '../../people/person-is-known.guard.js';
import type { BloodDonationRecordResponse } from '../donation-record.dto.js';
import { RecordBloodDonationOfPersonRequest } from './record-donation-of-person.dto.js';
import { RecordDonationOfPerson } from './record-donation-of-person.handler.js';

@Controller('api/v1/donations/people/:personId/blood-records')
export class RecordDonationOfPersonController {
  constructor(private readonly recordDonationOfPerson: RecordDonationOfPerson) {}

  /** Enters a donation that a person has given, with the reason for the audit trail. */
  @Post()
  @CreatedAt('/api/v1/donations/people/:personId/blood-records/:id')
  @UseGuards(PersonIsKnown)
  record(
    @CurrentPrincipal() coordinator: Principal,
    @Param('personId', ResourceId) personId: string,
    @Body() request: RecordBloodDonationOfPersonRequest,
    @ReaderLanguage() language: Language,
  ): Promise<BloodDonationRecordResponse> {
    return this.recordDonationOfPerson.handle(coordinator.accountId, personId, request, language);
  }
}
