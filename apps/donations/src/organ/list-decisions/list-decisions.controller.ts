import { Controller, Get, Query } from '@nestjs/common';
import { CurrentPrincipal, ListQuery } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { OrganDecisionPage } from './list-decisions.dto.js';
import { ListOrganDecisions } from './list-decisions.handler.js';

@Controller('api/v1/donations/organ/decisions')
export class ListOrganDecisionsController {
  constructor(private readonly listDecisions: ListOrganDecisions) {}

  /** All that the reader ever decided, newest first. */
  @Get()
  list(@CurrentPrincipal() citizen: Principal, @Query() query: ListQuery): Promise<OrganDecisionPage> {
    return this.listDecisions.handle(citizen.accountId, query);
  }
}
