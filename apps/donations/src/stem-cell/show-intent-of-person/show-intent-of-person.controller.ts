import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import type { StemCellIntentResponse } from '../stem-cell-intent.dto.js';
import { ShowStemCellIntentOfPerson } from './show-intent-of-person.handler.js';

@Controller('api/v1/donations/people/:personId/stem-cell-intents/:id')
export class ShowStemCellIntentOfPersonController {
  constructor(private readonly showIntentOfPerson: ShowStemCellIntentOfPerson) {}

  /** One wish of a person to join the registry, contacts masked; who looked is kept in the audit trail. */
  @Get()
  @UseGuards(WorksForBranch)
  show(
    @CurrentPrincipal() coordinator: Principal,
    @Param('personId', ResourceId) personId: string,
    @Param('id', ResourceId) id: string,
  ): Promise<StemCellIntentResponse> {
    return this.showIntentOfPerson.handle(coordinator.accountId, personId, id);
  }
}
