import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CurrentPrincipal, ReaderLanguage, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { MatchingRunResponse } from '../matching-run.dto.js';
import { ConfirmMatching } from './confirm-matching.handler.js';

@Controller('api/v1/volunteers/matching-runs/:id/confirmation')
export class ConfirmMatchingController {
  constructor(private readonly confirmMatching: ConfirmMatching) {}

  /**
   * Gives everybody who is proposed their seat, and tells them; or nobody, when in the meantime one of them can no longer come. A second time
   * changes nothing.
   */
  @Post()
  @HttpCode(200)
  confirm(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<MatchingRunResponse> {
    return this.confirmMatching.handle(coordinator, id, language);
  }
}
