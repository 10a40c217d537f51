import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { VolunteerEventResponse } from '../volunteer-event.dto.js';
import { CancelVolunteerEventRequest } from './cancel-event.dto.js';
import { CancelEvent } from './cancel-event.handler.js';

@Controller('api/v1/volunteers/events/:id/cancellation')
export class CancelEventController {
  constructor(private readonly cancelEvent: CancelEvent) {}

  /** Calls an event off and releases everybody who signed up; a second time changes nothing. */
  @Post()
  @HttpCode(200)
  cancel(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) id: string,
    @Body() { reason }: CancelVolunteerEventRequest,
  ): Promise<VolunteerEventResponse> {
    return this.cancelEvent.handle(coordinator, id, reason);
  }
}
