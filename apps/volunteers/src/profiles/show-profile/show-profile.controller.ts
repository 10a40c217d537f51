import { Controller, Get } from '@nestjs/common';
import { CurrentPrincipal } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { VolunteerProfileResponse } from '../volunteer-profile.dto.js';
import { ShowProfile } from './show-profile.handler.js';

@Controller('api/v1/volunteers/profiles/mine')
export class ShowProfileController {
  constructor(private readonly showProfile: ShowProfile) {}

  /** The reader's own profile. */
  @Get()
  show(@CurrentPrincipal() citizen: Principal): Promise<VolunteerProfileResponse> {
    return this.showProfile.handle(citizen.accountId);
  }
}
