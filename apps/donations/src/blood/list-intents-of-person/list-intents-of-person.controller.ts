import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { CurrentPrincipal, ListQuery, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import { PersonIsKnown } from '../../people/person-is-known.guard.js';
import type { BloodIntentOfPersonPage } from './list-intents-of-person.dto.js';
import { ListIntentsOfPerson } from './list-intents-of-person.handler.js';

@Controller('api/v1/donations/people/:personId/blood-intents')
export class ListIntentsOfPersonController {
  constructor(private readonly listIntentsOfPerson: ListIntentsOfPerson) {}

  /** What a person has registered, newest first, so that staff can take back for them; who looked is kept in the audit trail. */
  @Get()
  @UseGuards(WorksForBranch, PersonIsKnown)
  list(
    @CurrentPrincipal() coordinator: Principal,
    @Param('personId', ResourceId) personId: string,
    @Query() query: ListQuery,
  ): Promise<BloodIntentOfPersonPage> {
    return this.listIntentsOfPerson.handle(coordinator.accountId, personId, query);
  }
}
