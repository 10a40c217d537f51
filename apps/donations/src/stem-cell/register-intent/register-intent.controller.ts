import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal } from '@sanxian/shared/http';
import { IdentityCaughtUp, type Principal, ProfileCaughtUp } from '@sanxian/shared/security';
import type { StemCellIntentResponse } from '../stem-cell-intent.dto.js';
import { RegisterStemCellIntentRequest } from './register-intent.dto.js';
import { RegisterStemCellIntent } from './register-intent.handler.js';

@Controller('api/v1/donations/stem-cell/intents')
export class RegisterStemCellIntentController {
  constructor(private readonly registerIntent: RegisterStemCellIntent) {}

  /** Registers the wish to join the stem cell registry. Takes a consent (stem-cell-registry) and an age of 18 to 45. */
  @Post()
  @CreatedAt('/api/v1/donations/stem-cell/intents/:id')
  @UseGuards(IdentityCaughtUp, ProfileCaughtUp)
  register(
    @CurrentPrincipal() citizen: Principal,
    @Body() request: RegisterStemCellIntentRequest,
  ): Promise<StemCellIntentResponse> {
    return this.registerIntent.handle({ personId: citizen.accountId, recordedBy: 'self', request });
  }
}
