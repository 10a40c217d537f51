import { Controller, Get, Param } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { CalendarLinkResponse } from '../calendar-link.dto.js';
import { ShowCalendarLink } from './show-calendar-link.handler.js';

@Controller('api/v1/volunteers/my/calendar-links/:id')
export class ShowCalendarLinkController {
  constructor(private readonly showCalendarLink: ShowCalendarLink) {}

  /** One of the reader's own calendar links, without its address. */
  @Get()
  show(@CurrentPrincipal() citizen: Principal, @Param('id', ResourceId) id: string): Promise<CalendarLinkResponse> {
    return this.showCalendarLink.handle(citizen.accountId, id);
  }
}
