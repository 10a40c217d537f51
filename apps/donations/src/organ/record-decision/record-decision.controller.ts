import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal } from '@sanxian/shared/http';
import { IdentityCaughtUp, type Principal, ProfileCaughtUp } from '@sanxian/shared/security';
import type { OrganDecisionResponse } from '../organ-decision.dto.js';
import { RecordOrganDecisionRequest } from './record-decision.dto.js';
import { RecordOrganDecision } from './record-decision.handler.js';

@Controller('api/v1/donations/organ/decisions')
export class RecordOrganDecisionController {
  constructor(private readonly recordDecision: RecordOrganDecision) {}

  /** Records what a person of 18 or more decides about their organs, after all before it. Takes a consent (organ-registration), but for `none`. */
  @Post()
  @CreatedAt('/api/v1/donations/organ/decisions/:id')
  @UseGuards(IdentityCaughtUp, ProfileCaughtUp)
  record(
    @CurrentPrincipal() citizen: Principal,
    @Body() request: RecordOrganDecisionRequest,
  ): Promise<OrganDecisionResponse> {
    return this.recordDecision.handle({ personId: citizen.accountId, recordedBy: 'self', request });
  }
}
