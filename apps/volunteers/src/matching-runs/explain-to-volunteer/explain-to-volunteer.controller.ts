import { Controller, Get, Param } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CurrentPrincipal, ReaderLanguage, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { VolunteerExplanation } from './explain-to-volunteer.dto.js';
import { ExplainToVolunteer } from './explain-to-volunteer.handler.js';

@Controller('api/v1/volunteers/matching-runs/:id/volunteers/:personId')
export class ExplainToVolunteerController {
  constructor(private readonly explain: ExplainToVolunteer) {}

  /** "Why not me?": what a plan gives a volunteer, and of every other shift the first thing in the way. */
  @Get()
  show(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) id: string,
    @Param('personId', ResourceId) personId: string,
    @ReaderLanguage() language: Language,
  ): Promise<VolunteerExplanation> {
    return this.explain.handle(coordinator, id, personId, language);
  }
}
