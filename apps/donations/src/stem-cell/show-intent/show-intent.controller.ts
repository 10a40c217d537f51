import { Controller, Get, Param } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { StemCellIntentResponse } from '../stem-cell-intent.dto.js';
import { ShowStemCellIntent } from './show-intent.handler.js';

@Controller('api/v1/donations/stem-cell/intents/:id')
export class ShowStemCellIntentController {
  constructor(private readonly showIntent: ShowStemCellIntent) {}

  /** The reader's own intent, withdrawn or not. */
  @Get()
  show(@CurrentPrincipal() citizen: Principal, @Param('id', ResourceId) id: string): Promise<StemCellIntentResponse> {
    return this.showIntent.handle(citizen.accountId, id);
  }
}
