import { Body, Controller, Param, Post } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { ShiftResponse } from '../shift.dto.js';
import { AddShiftRequest } from './add-shift.dto.js';
import { AddShift } from './add-shift.handler.js';

@Controller('api/v1/volunteers/events/:id/shifts')
export class AddShiftController {
  constructor(private readonly addShift: AddShift) {}

  /** Adds a shift to an event, published or not. */
  @Post()
  @CreatedAt('/api/v1/volunteers/shifts/:id')
  add(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) eventId: string,
    @Body() request: AddShiftRequest,
  ): Promise<ShiftResponse> {
    return this.addShift.handle(coordinator, eventId, request);
  }
}
