import { Controller, Get } from '@nestjs/common';
import { CurrentPrincipal } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { OrganDecisionResponse } from '../organ-decision.dto.js';
import { ShowCurrentOrganDecision } from './show-current-decision.handler.js';

@Controller('api/v1/donations/organ/decisions/current')
export class ShowCurrentOrganDecisionController {
  constructor(private readonly showCurrentDecision: ShowCurrentOrganDecision) {}

  /** The reader's newest decision, `none` after a withdrawal; 404 when there never was one. */
  @Get()
  show(@CurrentPrincipal() citizen: Principal): Promise<OrganDecisionResponse> {
    return this.showCurrentDecision.handle(citizen.accountId);
  }
}
