import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import type { StemCellIntentResponse } from '../stem-cell-intent.dto.js';
import { WithdrawStemCellIntentOfPersonRequest } from './withdraw-intent-of-person.dto.js';
import { WithdrawStemCellIntentOfPerson } from './withdraw-intent-of-person.handler.js';

@Controller('api/v1/donations/people/:personId/stem-cell-intents/:id/withdrawal')
export class WithdrawStemCellIntentOfPersonController {
  constructor(private readonly withdrawIntentOfPerson: WithdrawStemCellIntentOfPerson) {}

  /** Takes a person's wish back and erases the contacts, because the person told staff so; a second time changes nothing. */
  @Post()
  @HttpCode(200)
  @UseGuards(WorksForBranch)
  withdraw(
    @CurrentPrincipal() { accountId: coordinatorId }: Principal,
    @Param('personId', ResourceId) personId: string,
    @Param('id', ResourceId) id: string,
    @Body() { reason }: WithdrawStemCellIntentOfPersonRequest,
  ): Promise<StemCellIntentResponse> {
    return this.withdrawIntentOfPerson.handle({ coordinatorId, personId, id, reason });
  }
}
