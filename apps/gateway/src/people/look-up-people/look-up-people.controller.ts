import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { CurrentPrincipal } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import { LookUpPeopleRequest, type PeopleFoundResponse } from './look-up-people.dto.js';
import { LookUpPeople } from './look-up-people.handler.js';

@Controller('api/v1/accounts/people/lookups')
@UseGuards(WorksForBranch)
export class LookUpPeopleController {
  constructor(private readonly lookUpPeople: LookUpPeople) {}

  /** Finds who has this very number, masked. A POST, so that no number stands in a URL; who looked is kept in the audit trail. */
  @Post()
  @HttpCode(200)
  lookUp(
    @CurrentPrincipal() coordinator: Principal,
    @Body() request: LookUpPeopleRequest,
  ): Promise<PeopleFoundResponse> {
    return this.lookUpPeople.handle(coordinator.accountId, request);
  }
}
