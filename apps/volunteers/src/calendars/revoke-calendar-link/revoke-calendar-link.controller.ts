import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { CurrentPrincipal, ExpectedVersion, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { RevokeCalendarLink } from './revoke-calendar-link.handler.js';

@Controller('api/v1/volunteers/my/calendar-links/:id')
export class RevokeCalendarLinkController {
  constructor(private readonly revokeCalendarLink: RevokeCalendarLink) {}

  /** From now on nobody reads the calendar at this address. */
  @Delete()
  @HttpCode(204)
  revoke(
    @CurrentPrincipal() citizen: Principal,
    @Param('id', ResourceId) id: string,
    @ExpectedVersion() expected: number | undefined,
  ): Promise<void> {
    return this.revokeCalendarLink.handle(citizen.accountId, id, expected);
  }
}
