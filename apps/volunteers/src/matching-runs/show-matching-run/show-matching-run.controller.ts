import { Controller, Get, Param } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CurrentPrincipal, ReaderLanguage, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { MatchingRunResponse } from '../matching-run.dto.js';
import { ShowMatchingRun } from './show-matching-run.handler.js';

@Controller('api/v1/volunteers/matching-runs/:id')
export class ShowMatchingRunController {
  constructor(private readonly showMatchingRun: ShowMatchingRun) {}

  /** How far a run is, and what it proposes. */
  @Get()
  show(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<MatchingRunResponse> {
    return this.showMatchingRun.handle(coordinator, id, language);
  }
}
