import { Controller, Get, Query } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CurrentPrincipal, ReaderLanguage } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { type OpenShiftPage, OpenShiftsQuery } from './list-open-shifts.dto.js';
import { ListOpenShifts } from './list-open-shifts.handler.js';

@Controller('api/v1/volunteers/my/open-shifts')
export class ListOpenShiftsController {
  constructor(private readonly listOpenShifts: ListOpenShifts) {}

  /** Shifts to come of published events, and of each whether the reader may take it, or the first thing in the way. */
  @Get()
  list(
    @CurrentPrincipal() citizen: Principal,
    @Query() query: OpenShiftsQuery,
    @ReaderLanguage() language: Language,
  ): Promise<OpenShiftPage> {
    return this.listOpenShifts.handle(citizen.accountId, query, language);
  }
}
