import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import type { BloodIntentOfPersonResponse } from '../blood-intent-of-person.dto.js';
import { WithdrawBloodIntentOfPersonRequest } from './withdraw-intent-of-person.dto.js';
import { WithdrawIntentOfPerson } from './withdraw-intent-of-person.handler.js';

@Controller('api/v1/donations/people/:personId/blood-intents/:id/withdrawal')
export class WithdrawIntentOfPersonController {
  constructor(private readonly withdrawIntentOfPerson: WithdrawIntentOfPerson) {}

  /** Takes a person's wish back because they told staff so, however it was registered; a second time changes nothing. */
  @Post()
  @HttpCode(200)
  @UseGuards(WorksForBranch)
  withdraw(
    @CurrentPrincipal() { accountId: coordinatorId }: Principal,
    @Param('personId', ResourceId) personId: string,
    @Param('id', ResourceId) id: string,
    @Body() { reason }: WithdrawBloodIntentOfPersonRequest,
  ): Promise<BloodIntentOfPersonResponse> {
    return this.withdrawIntentOfPerson.handle({ coordinatorId, personId, id, reason });
  }
}
