import { Body, Controller, Param, Post, UseGuards } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import { ConsentHasArrived, StandsOnConsent } from '../../people/consent-has-arrived.guard.js';
import { PersonIsKnown } from '../../people/person-is-known.guard.js';
import type { BloodIntentOfPersonResponse } from '../blood-intent-of-person.dto.js';
import { RegisterBloodIntentOfPersonRequest } from './register-intent-of-person.dto.js';
import { RegisterIntentOfPerson } from './register-intent-of-person.handler.js';

@Controller('api/v1/donations/people/:personId/blood-intents')
export class RegisterIntentOfPersonController {
  constructor(private readonly registerIntentOfPerson: RegisterIntentOfPerson) {}

  /** Registers a person's wish to give blood from a signed form, by the same rules as online. */
  @Post()
  @CreatedAt('/api/v1/donations/people/:personId/blood-intents/:id')
  @StandsOnConsent('blood-contact')
  @UseGuards(WorksForBranch, PersonIsKnown, ConsentHasArrived)
  register(
    @CurrentPrincipal() coordinator: Principal,
    @Param('personId', ResourceId) personId: string,
    @Body() request: RegisterBloodIntentOfPersonRequest,
  ): Promise<BloodIntentOfPersonResponse> {
    return this.registerIntentOfPerson.handle(coordinator.accountId, personId, request);
  }
}
