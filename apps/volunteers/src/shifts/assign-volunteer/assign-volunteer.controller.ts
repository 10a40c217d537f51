import { Body, Controller, Param, Post } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { SignUpResponse } from '../sign-up.dto.js';
import { AssignVolunteerRequest } from './assign-volunteer.dto.js';
import { AssignVolunteer } from './assign-volunteer.handler.js';

@Controller('api/v1/volunteers/shifts/:id/assignments')
export class AssignVolunteerController {
  constructor(private readonly assignVolunteer: AssignVolunteer) {}

  /** Gives a volunteer a seat. They are told, and may withdraw like everybody. */
  @Post()
  @CreatedAt('/api/v1/volunteers/sign-ups/:id')
  assign(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) shiftId: string,
    @Body() { personId }: AssignVolunteerRequest,
  ): Promise<SignUpResponse> {
    return this.assignVolunteer.handle(coordinator, shiftId, personId.toLowerCase());
  }
}
