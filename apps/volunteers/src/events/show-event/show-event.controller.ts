import { Controller, Get, Param } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { VolunteerEventResponse } from '../volunteer-event.dto.js';
import { ShowEvent } from './show-event.handler.js';

@Controller('api/v1/volunteers/events/:id')
export class ShowEventController {
  constructor(private readonly showEvent: ShowEvent) {}

  /** One event with its shifts and their free seats. */
  @Get()
  show(@CurrentPrincipal() reader: Principal, @Param('id', ResourceId) id: string): Promise<VolunteerEventResponse> {
    return this.showEvent.handle(reader, id);
  }
}
