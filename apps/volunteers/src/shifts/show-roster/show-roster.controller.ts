import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentPrincipal, ListQuery, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { Roster } from './show-roster.dto.js';
import { ShowRoster } from './show-roster.handler.js';

@Controller('api/v1/volunteers/shifts/:id/sign-ups')
export class ShowRosterController {
  constructor(private readonly showRoster: ShowRoster) {}

  /** Who comes to a shift, and who waits. */
  @Get()
  show(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) shiftId: string,
    @Query() query: ListQuery,
  ): Promise<Roster> {
    return this.showRoster.handle(coordinator, shiftId, query);
  }
}
