import { Controller, Post } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { NewCalendarLinkResponse } from './create-calendar-link.dto.js';
import { CreateCalendarLink } from './create-calendar-link.handler.js';

@Controller('api/v1/volunteers/my/calendar-links')
export class CreateCalendarLinkController {
  constructor(private readonly createCalendarLink: CreateCalendarLink) {}

  /** A private address for one's calendar program, with one's own shifts. A person has up to five. */
  @Post()
  @CreatedAt('/api/v1/volunteers/my/calendar-links/:id')
  create(@CurrentPrincipal() citizen: Principal): Promise<NewCalendarLinkResponse> {
    return this.createCalendarLink.handle(citizen.accountId);
  }
}
