import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CurrentPrincipal, ReaderLanguage, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { MoveByHandRequest, type MoveByHandResponse } from './move-by-hand.dto.js';
import { MoveByHand } from './move-by-hand.handler.js';

@Controller('api/v1/volunteers/matching-runs/:id/moves')
export class MoveByHandController {
  constructor(private readonly moveByHand: MoveByHand) {}

  /** Changes a plan before it is confirmed, and says what that does to each level. */
  @Post()
  @HttpCode(200)
  move(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) id: string,
    @Body() request: MoveByHandRequest,
    @ReaderLanguage() language: Language,
  ): Promise<MoveByHandResponse> {
    return this.moveByHand.handle({ coordinator, id, request, language });
  }
}
