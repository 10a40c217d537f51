import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import { PersonIsKnown } from '../../people/person-is-known.guard.js';
import type { StemCellIntentsOfPersonResponse } from './list-intents-of-person.dto.js';
import { ListStemCellIntentsOfPerson } from './list-intents-of-person.handler.js';

@Controller('api/v1/donations/people/:personId/stem-cell-intents')
export class ListStemCellIntentsOfPersonController {
  constructor(private readonly listIntentsOfPerson: ListStemCellIntentsOfPerson) {}

  /** What a person has registered, so that staff can take it back for them; who looked is kept in the audit trail. */
  @Get()
  @UseGuards(WorksForBranch, PersonIsKnown)
  list(
    @CurrentPrincipal() coordinator: Principal,
    @Param('personId', ResourceId) personId: string,
  ): Promise<StemCellIntentsOfPersonResponse> {
    return this.listIntentsOfPerson.handle(coordinator.accountId, personId);
  }
}
