import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Purpose, purposes } from '@sanxian/shared/contracts';
import { CurrentPrincipal, DocumentedParameter, ListQuery } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { KnownPurpose } from '../known-purpose.pipe.js';
import { ConsentHistoryResponse } from './list-history.dto.js';
import { ListHistory } from './list-history.query.js';

@Controller('api/v1/me/consents')
export class ListHistoryController {
  constructor(private readonly listHistory: ListHistory) {}

  /** Everything the person ever decided about a purpose, newest first. */
  @Get(':purpose/history')
  @DocumentedParameter('purpose', purposes)
  list(
    @CurrentPrincipal() { accountId }: Principal,
    @Param('purpose', KnownPurpose) purpose: Purpose,
    @Query() query: ListQuery,
  ): Promise<ConsentHistoryResponse> {
    return this.listHistory.of(accountId, purpose, query);
  }
}
