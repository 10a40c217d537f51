import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import type { PersonResponse } from '../person.dto.js';
import { ShowPerson } from './show-person.handler.js';

@Controller('api/v1/accounts/people/:id')
@UseGuards(WorksForBranch)
export class ShowPersonController {
  constructor(private readonly showPerson: ShowPerson) {}

  /** A person, masked; who looked is kept in the audit trail. */
  @Get()
  show(@CurrentPrincipal() coordinator: Principal, @Param('id', ResourceId) id: string): Promise<PersonResponse> {
    return this.showPerson.handle(coordinator.accountId, id);
  }
}
