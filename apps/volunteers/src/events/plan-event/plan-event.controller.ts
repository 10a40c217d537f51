import { Body, Controller, Post } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { VolunteerEventResponse } from '../volunteer-event.dto.js';
import { PlanVolunteerEventRequest } from './plan-event.dto.js';
import { PlanEvent } from './plan-event.handler.js';

@Controller('api/v1/volunteers/events')
export class PlanEventController {
  constructor(private readonly planEvent: PlanEvent) {}

  /** Plans an event as a draft, seen by the coordinators of its branch alone. */
  @Post()
  @CreatedAt('/api/v1/volunteers/events/:id')
  plan(
    @CurrentPrincipal() coordinator: Principal,
    @Body() request: PlanVolunteerEventRequest,
  ): Promise<VolunteerEventResponse> {
    return this.planEvent.handle(coordinator, request);
  }
}
