import { Controller, Get, Param } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { OrganDecisionResponse } from '../organ-decision.dto.js';
import { ShowOrganDecision } from './show-decision.handler.js';

@Controller('api/v1/donations/organ/decisions/:id')
export class ShowOrganDecisionController {
  constructor(private readonly showDecision: ShowOrganDecision) {}

  /** One of the reader's own decisions, current or not. */
  @Get()
  show(@CurrentPrincipal() citizen: Principal, @Param('id', ResourceId) id: string): Promise<OrganDecisionResponse> {
    return this.showDecision.handle(citizen.accountId, id);
  }
}
