import { Controller, Get, Param } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { BloodDonationRecordResponse } from '../donation-record.dto.js';
import { ShowRecordOfPerson } from './show-record-of-person.handler.js';

@Controller('api/v1/donations/people/:personId/blood-records/:id')
export class ShowRecordOfPersonController {
  constructor(private readonly showRecordOfPerson: ShowRecordOfPerson) {}

  /** One donation of a person; who looked is kept in the audit trail. */
  @Get()
  show(
    @CurrentPrincipal() coordinator: Principal,
    @Param('personId', ResourceId) personId: string,
    @Param('id', ResourceId) id: string,
  ): Promise<BloodDonationRecordResponse> {
    return this.showRecordOfPerson.handle(coordinator.accountId, personId, id);
  }
}
