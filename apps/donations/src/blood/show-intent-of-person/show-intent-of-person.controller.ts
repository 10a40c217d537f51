import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import type { BloodIntentOfPersonResponse } from '../blood-intent-of-person.dto.js';
import { ShowIntentOfPerson } from './show-intent-of-person.handler.js';

@Controller('api/v1/donations/people/:personId/blood-intents/:id')
export class ShowIntentOfPersonController {
  constructor(private readonly showIntentOfPerson: ShowIntentOfPerson) {}

  /** One wish of a person to give blood; who looked is kept in the audit trail. */
  @Get()
  @UseGuards(WorksForBranch)
  show(
    @CurrentPrincipal() coordinator: Principal,
    @Param('personId', ResourceId) personId: string,
    @Param('id', ResourceId) id: string,
  ): Promise<BloodIntentOfPersonResponse> {
    return this.showIntentOfPerson.handle(coordinator.accountId, personId, id);
  }
}
