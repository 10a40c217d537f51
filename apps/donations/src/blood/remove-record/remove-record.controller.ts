import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { CurrentPrincipal, ExpectedVersion, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { RemoveRecord } from './remove-record.handler.js';

@Controller('api/v1/donations/blood/records/:id')
export class RemoveRecordController {
  constructor(private readonly removeRecord: RemoveRecord) {}

  /** Takes back what the reader has entered themselves; a second time changes nothing. */
  @Delete()
  @HttpCode(204)
  async remove(
    @CurrentPrincipal() citizen: Principal,
    @Param('id', ResourceId) id: string,
    @ExpectedVersion() expected: number | undefined,
  ): Promise<void> {
    await this.removeRecord.handle(citizen.accountId, id, expected);
  }
}
