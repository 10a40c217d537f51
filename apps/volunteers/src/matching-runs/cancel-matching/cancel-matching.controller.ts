import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CurrentPrincipal, ReaderLanguage, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { MatchingRunResponse } from '../matching-run.dto.js';
import { CancelMatching } from './cancel-matching.handler.js';

@Controller('api/v1/volunteers/matching-runs/:id/cancellation')
export class CancelMatchingController {
  constructor(private readonly cancelMatching: CancelMatching) {}

  /** Ends a run before its time. What it has found by then is a plan like any other. */
  @Post()
  @HttpCode(200)
  cancel(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<MatchingRunResponse> {
    return this.cancelMatching.handle(coordinator, id, language);
  }
}
