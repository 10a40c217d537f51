import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { BloodDonationRecordResponse } from '../donation-record.dto.js';
import { RemoveBloodDonationRecordRequest } from './remove-record-of-person.dto.js';
import { RemoveRecordOfPerson } from './remove-record-of-person.handler.js';

@Controller('api/v1/donations/people/:personId/blood-records/:id/removal')
export class RemoveRecordOfPersonController {
  constructor(private readonly removeRecordOfPerson: RemoveRecordOfPerson) {}

  /** Takes a mistake back, whoever entered it; a second time changes nothing. */
  @Post()
  @HttpCode(200)
  remove(
    @CurrentPrincipal() coordinator: Principal,
    @Param('personId', ResourceId) personId: string,
    @Param('id', ResourceId) id: string,
    @Body() { reason }: RemoveBloodDonationRecordRequest,
  ): Promise<BloodDonationRecordResponse> {
    return this.removeRecordOfPerson.handle(coordinator.accountId, personId, id, reason);
  }
}
