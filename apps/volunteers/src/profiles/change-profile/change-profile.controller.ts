import { Body, Controller, Patch } from '@nestjs/common';
import { CurrentPrincipal, ExpectedVersion } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { VolunteerProfileResponse } from '../volunteer-profile.dto.js';
import { ChangeVolunteerProfileRequest } from './change-profile.dto.js';
import { ChangeProfile } from './change-profile.handler.js';

@Controller('api/v1/volunteers/profiles/mine')
export class ChangeProfileController {
  constructor(private readonly changeProfile: ChangeProfile) {}

  /** Corrects the reader's own profile; that takes no consent. */
  @Patch()
  change(
    @CurrentPrincipal() citizen: Principal,
    @Body() changes: ChangeVolunteerProfileRequest,
    @ExpectedVersion() expected: number | undefined,
  ): Promise<VolunteerProfileResponse> {
    return this.changeProfile.handle(citizen.accountId, changes, expected);
  }
}
