import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal } from '@sanxian/shared/http';
import { IdentityCaughtUp, type Principal } from '@sanxian/shared/security';
import type { BloodIntentResponse } from '../blood-intent.dto.js';
import { RegisterBloodIntentRequest } from './register-intent.dto.js';
import { RegisterIntent } from './register-intent.handler.js';

@Controller('api/v1/donations/blood/intents')
export class RegisterIntentController {
  constructor(private readonly registerIntent: RegisterIntent) {}

  /** Registers the wish to give blood. Takes a consent to contact (blood-contact). */
  @Post()
  @CreatedAt('/api/v1/donations/blood/intents/:id')
  @UseGuards(IdentityCaughtUp)
  register(
    @CurrentPrincipal() citizen: Principal,
    @Body() request: RegisterBloodIntentRequest,
  ): Promise<BloodIntentResponse> {
    return this.registerIntent.handle(citizen.accountId, request);
  }
}
