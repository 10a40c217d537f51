import { Controller, Get, Query } from '@nestjs/common';
import { CurrentPrincipal, ListQuery } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { MyShiftPage } from './list-my-shifts.dto.js';
import { ListMyShifts } from './list-my-shifts.handler.js';

@Controller('api/v1/volunteers/my/shifts')
export class ListMyShiftsController {
  constructor(private readonly listMyShifts: ListMyShifts) {}

  /** The reader's own sign-ups, ended ones as well; what is still to come first. */
  @Get()
  list(@CurrentPrincipal() citizen: Principal, @Query() query: ListQuery): Promise<MyShiftPage> {
    return this.listMyShifts.handle(citizen.accountId, query);
  }
}
