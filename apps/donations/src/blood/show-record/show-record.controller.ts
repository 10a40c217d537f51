import { Controller, Get, Param } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { BloodDonationRecordResponse } from '../donation-record.dto.js';
import { ShowRecord } from './show-record.handler.js';

@Controller('api/v1/donations/blood/records/:id')
export class ShowRecordController {
  constructor(private readonly showRecord: ShowRecord) {}

  /** One of the reader's own donations, taken back or not. */
  @Get()
  show(
    @CurrentPrincipal() citizen: Principal,
    @Param('id', ResourceId) id: string,
  ): Promise<BloodDonationRecordResponse> {
    return this.showRecord.handle(citizen.accountId, id);
  }
}
