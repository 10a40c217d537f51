import { Controller, Get, Param } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { ShiftResponse } from '../shift.dto.js';
import { ShowShift } from './show-shift.handler.js';

@Controller('api/v1/volunteers/shifts/:id')
export class ShowShiftController {
  constructor(private readonly showShift: ShowShift) {}

  /** One shift; visible as its event is. */
  @Get()
  show(@CurrentPrincipal() reader: Principal, @Param('id', ResourceId) id: string): Promise<ShiftResponse> {
    return this.showShift.handle(reader, id);
  }
}
