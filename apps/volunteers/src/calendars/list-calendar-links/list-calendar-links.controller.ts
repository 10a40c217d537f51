import { Controller, Get } from '@nestjs/common';
import { CurrentPrincipal } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { CalendarLinkList } from './list-calendar-links.dto.js';
import { ListCalendarLinks } from './list-calendar-links.handler.js';

@Controller('api/v1/volunteers/my/calendar-links')
export class ListCalendarLinksController {
  constructor(private readonly listCalendarLinks: ListCalendarLinks) {}

  /** The reader's own calendar links. */
  @Get()
  list(@CurrentPrincipal() citizen: Principal): Promise<CalendarLinkList> {
    return this.listCalendarLinks.handle(citizen.accountId);
  }
}
