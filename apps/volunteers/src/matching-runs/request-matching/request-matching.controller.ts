import { Body, Controller, Post } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { AcceptedAt, CurrentPrincipal, ReaderLanguage } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { MatchingRunResponse } from '../matching-run.dto.js';
import { MatchingRunRequest } from './request-matching.dto.js';
import { RequestMatching } from './request-matching.handler.js';

@Controller('api/v1/volunteers/matching-runs')
export class RequestMatchingController {
  constructor(private readonly requestMatching: RequestMatching) {}

  /** Looks for the best people for all shifts of some events. It takes a while; nobody has a seat before the proposals are confirmed. */
  @Post()
  @AcceptedAt('/api/v1/volunteers/matching-runs/:id')
  request(
    @CurrentPrincipal() coordinator: Principal,
    @Body() request: MatchingRunRequest,
    @ReaderLanguage() language: Language,
  ): Promise<MatchingRunResponse> {
    return this.requestMatching.handle(coordinator, request, language);
  }
}
