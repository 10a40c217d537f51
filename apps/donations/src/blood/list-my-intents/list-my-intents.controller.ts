import { Controller, Get, Query } from '@nestjs/common';
import { CurrentPrincipal, ListQuery } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { BloodIntentPage } from './list-my-intents.dto.js';
import { ListMyIntents } from './list-my-intents.handler.js';

@Controller('api/v1/donations/blood/intents')
export class ListMyIntentsController {
  constructor(private readonly listMyIntents: ListMyIntents) {}

  /** The reader's own intents, newest first. */
  @Get()
  list(@CurrentPrincipal() citizen: Principal, @Query() query: ListQuery): Promise<BloodIntentPage> {
    return this.listMyIntents.handle(citizen.accountId, query);
  }
}
