import { Controller, Get, Query } from '@nestjs/common';
import { CurrentPrincipal } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { type VolunteerEventPage, VolunteerEventsQuery } from './list-events.dto.js';
import { ListEvents } from './list-events.handler.js';

@Controller('api/v1/volunteers/events')
export class ListEventsController {
  constructor(private readonly listEvents: ListEvents) {}

  /** Events by their start; drafts for the coordinators of their branch only. */
  @Get()
  list(@CurrentPrincipal() reader: Principal, @Query() query: VolunteerEventsQuery): Promise<VolunteerEventPage> {
    return this.listEvents.handle(reader, query);
  }
}
