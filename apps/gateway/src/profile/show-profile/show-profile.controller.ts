import { Controller, Get } from '@nestjs/common';
import { CurrentPrincipal } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { MyProfileResponse } from '../profile.dto.js';
import { ShowProfile } from './show-profile.query.js';

@Controller('api/v1/me')
export class ShowProfileController {
  constructor(private readonly showProfile: ShowProfile) {}

  /** The profile of whoever is logged in. */
  @Get()
  show(@CurrentPrincipal() principal: Principal): Promise<MyProfileResponse> {
    return this.showProfile.of(principal.accountId);
  }
}
