import { Controller, Get, Param } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { MatchingComparison } from './compare-matching-runs.dto.js';
import { CompareMatchingRuns } from './compare-matching-runs.handler.js';

@Controller('api/v1/volunteers/matching-runs/:id/comparisons/:otherId')
export class CompareMatchingRunsController {
  constructor(private readonly compareMatchingRuns: CompareMatchingRuns) {}

  /** What two plans have in common, and what not. */
  @Get()
  compare(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) id: string,
    @Param('otherId', ResourceId) otherId: string,
  ): Promise<MatchingComparison> {
    return this.compareMatchingRuns.handle(coordinator, id, otherId);
  }
}
