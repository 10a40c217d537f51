import { Body, Controller, Param, Post, UseGuards } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import { ConsentHasArrived, StandsOnConsent } from '../../people/consent-has-arrived.guard.js';
import { PersonIsKnown } from '../../people/person-is-known.guard.js';
import type { StemCellIntentResponse } from '../stem-cell-intent.dto.js';
import { RegisterStemCellIntentOfPersonRequest } from './register-intent-of-person.dto.js';
import { RegisterStemCellIntentOfPerson } from './register-intent-of-person.handler.js';

@Controller('api/v1/donations/people/:personId/stem-cell-intents')
export class RegisterStemCellIntentOfPersonController {
  constructor(private readonly registerIntentOfPerson: RegisterStemCellIntentOfPerson) {}

  /** Registers a person's wish to join the stem cell registry from a signed form, by the same rules as online. */
  @Post()
  @CreatedAt('/api/v1/donations/people/:personId/stem-cell-intents/:id')
  @StandsOnConsent('stem-cell-registry')
  @UseGuards(WorksForBranch, PersonIsKnown, ConsentHasArrived)
  register(
    @CurrentPrincipal() coordinator: Principal,
    @Param('personId', ResourceId) personId: string,
    @Body() request: RegisterStemCellIntentOfPersonRequest,
  ): Promise<StemCellIntentResponse> {
    return this.registerIntentOfPerson.handle(coordinator.accountId, personId, request);
  }
}
