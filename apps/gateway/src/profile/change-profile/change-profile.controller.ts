import { Body, Controller, Patch } from '@nestjs/common';
import { CurrentPrincipal, ExpectedVersion } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { MyProfileResponse } from '../profile.dto.js';
import { ChangeMyProfileRequest } from './change-profile.dto.js';
import { ChangeProfile } from './change-profile.handler.js';

@Controller('api/v1/me')
export class ChangeProfileController {
  constructor(private readonly changeProfile: ChangeProfile) {}

  /** Changes the profile of whoever is logged in. */
  @Patch()
  change(
    @CurrentPrincipal() { accountId }: Principal,
    @Body() changes: ChangeMyProfileRequest,
    @ExpectedVersion() expectedVersion: number | undefined,
  ): Promise<MyProfileResponse> {
    return this.changeProfile.handle({ personId: accountId, changes, expectedVersion });
  }
}
