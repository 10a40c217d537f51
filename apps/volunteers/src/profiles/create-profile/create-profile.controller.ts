import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal } from '@sanxian/shared/http';
import { IdentityCaughtUp, type Principal } from '@sanxian/shared/security';
import type { VolunteerProfileResponse } from '../volunteer-profile.dto.js';
import { CreateVolunteerProfileRequest } from './create-profile.dto.js';
import { CreateProfile } from './create-profile.handler.js';

@Controller('api/v1/volunteers/profiles')
export class CreateProfileController {
  constructor(private readonly createProfile: CreateProfile) {}

  /** Offers one's time as a volunteer. Takes a consent to volunteer service (volunteer-service). */
  @Post()
  @CreatedAt('/api/v1/volunteers/profiles/mine')
  @UseGuards(IdentityCaughtUp)
  create(
    @CurrentPrincipal() citizen: Principal,
    @Body() request: CreateVolunteerProfileRequest,
  ): Promise<VolunteerProfileResponse> {
    return this.createProfile.handle(citizen.accountId, request);
  }
}
