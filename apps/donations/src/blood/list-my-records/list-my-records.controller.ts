import { Controller, Get, Query } from '@nestjs/common';
import { CurrentPrincipal, ListQuery } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { BloodDonationRecordPage } from './list-my-records.dto.js';
import { ListMyRecords } from './list-my-records.handler.js';

@Controller('api/v1/donations/blood/records')
export class ListMyRecordsController {
  constructor(private readonly listMyRecords: ListMyRecords) {}

  /** The reader's own donations, the newest first; what was taken back is left out. */
  @Get()
  list(@CurrentPrincipal() citizen: Principal, @Query() query: ListQuery): Promise<BloodDonationRecordPage> {
    return this.listMyRecords.handle(citizen.accountId, query);
  }
}
