import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { VolunteerEventResponse } from '../volunteer-event.dto.js';
import { PublishEvent } from './publish-event.handler.js';

@Controller('api/v1/volunteers/events/:id/publication')
export class PublishEventController {
  constructor(private readonly publishEvent: PublishEvent) {}

  /** Makes a draft visible and opens its shifts; a second time changes nothing. */
  @Post()
  @HttpCode(200)
  publish(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) id: string,
  ): Promise<VolunteerEventResponse> {
    return this.publishEvent.handle(coordinator, id);
  }
}
