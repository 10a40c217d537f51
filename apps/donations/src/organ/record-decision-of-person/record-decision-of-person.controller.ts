import { Body, Controller, Param, Post, UseGuards } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import { ConsentHasArrived, StandsOnConsent } from '../../people/consent-has-arrived.guard.js';
import { PersonIsKnown } from '../../people/person-is-known.guard.js';
import type { OrganDecisionResponse } from '../organ-decision.dto.js';
import { RecordOrganDecisionOfPersonRequest } from './record-decision-of-person.dto.js';
import { RecordOrganDecisionOfPerson } from './record-decision-of-person.handler.js';

/** As in `may-record.policy.ts`: taking a decision back has no conditions. */
const takesConsent = (body: unknown): boolean =>
  !(typeof body === 'object' && body !== null && 'decision' in body && body.decision === 'none');

@Controller('api/v1/donations/people/:personId/organ-decisions')
export class RecordOrganDecisionOfPersonController {
  constructor(private readonly recordDecisionOfPerson: RecordOrganDecisionOfPerson) {}

  /**
   * Records what a person decided about their organs from a signed form, by the same rules as online; `none` takes back what was
   * decided before. The answer is what was just entered. It lies where the person alone can read it: no route shows staff what
   * anybody decided.
   */
  @Post()
  @CreatedAt('/api/v1/donations/organ/decisions/:id')
  @StandsOnConsent('organ-registration', takesConsent)
  @UseGuards(WorksForBranch, PersonIsKnown, ConsentHasArrived)
  record(
    @CurrentPrincipal() coordinator: Principal,
    @Param('personId', ResourceId) personId: string,
    @Body() request: RecordOrganDecisionOfPersonRequest,
  ): Promise<OrganDecisionResponse> {
    return this.recordDecisionOfPerson.handle(coordinator.accountId, personId, request);
  }
}
