import { Controller, Param, Post, UseGuards } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import { IdentityCaughtUp, type Principal, ProfileCaughtUp } from '@sanxian/shared/security';
import type { SignUpResponse } from '../sign-up.dto.js';
import { SignUpForShift } from './sign-up.handler.js';

@Controller('api/v1/volunteers/shifts/:id/sign-ups')
export class SignUpController {
  constructor(private readonly signUpForShift: SignUpForShift) {}

  /** Takes a seat in a shift, or a place on its wait list when it is full. */
  @Post()
  @CreatedAt('/api/v1/volunteers/sign-ups/:id')
  @UseGuards(IdentityCaughtUp, ProfileCaughtUp)
  signUp(@CurrentPrincipal() citizen: Principal, @Param('id', ResourceId) shiftId: string): Promise<SignUpResponse> {
    return this.signUpForShift.handle(citizen.accountId, shiftId);
  }
}
