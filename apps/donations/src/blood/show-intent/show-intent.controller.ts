import { Controller, Get, Param } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { BloodIntentResponse } from '../blood-intent.dto.js';
import { ShowIntent } from './show-intent.handler.js';

@Controller('api/v1/donations/blood/intents/:id')
export class ShowIntentController {
  constructor(private readonly showIntent: ShowIntent) {}

  /** One of the reader's own intents, withdrawn or not. */
  @Get()
  show(@CurrentPrincipal() citizen: Principal, @Param('id', ResourceId) id: string): Promise<BloodIntentResponse> {
    return this.showIntent.handle(citizen.accountId, id);
  }
}
