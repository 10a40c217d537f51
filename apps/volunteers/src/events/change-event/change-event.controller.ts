import { Body, Controller, Param, Patch } from '@nestjs/common';
import { CurrentPrincipal, ExpectedVersion, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { VolunteerEventResponse } from '../volunteer-event.dto.js';
import { ChangeVolunteerEventRequest } from './change-event.dto.js';
import { ChangeEvent } from './change-event.handler.js';

@Controller('api/v1/volunteers/events/:id')
export class ChangeEventController {
  constructor(private readonly changeEvent: ChangeEvent) {}

  /** Corrects an event, published or not. */
  @Patch()
  change(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) id: string,
    @Body() request: ChangeVolunteerEventRequest,
    @ExpectedVersion() expected: number | undefined,
  ): Promise<VolunteerEventResponse> {
    return this.changeEvent.handle({ coordinator, id, request, expected });
  }
}
