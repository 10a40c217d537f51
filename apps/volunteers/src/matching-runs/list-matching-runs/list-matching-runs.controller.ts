import { Controller, Get, Query } from '@nestjs/common';
import { CurrentPrincipal, ListQuery } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { MatchingRunPage } from './list-matching-runs.dto.js';
import { ListMatchingRuns } from './list-matching-runs.handler.js';

@Controller('api/v1/volunteers/matching-runs')
export class ListMatchingRunsController {
  constructor(private readonly listMatchingRuns: ListMatchingRuns) {}

  /** The runs that the reader has asked for. */
  @Get()
  list(@CurrentPrincipal() coordinator: Principal, @Query() query: ListQuery): Promise<MatchingRunPage> {
    return this.listMatchingRuns.handle(coordinator.accountId, query);
  }
}
