import { Controller, Get, Query } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CurrentPrincipal, ListQuery, ReaderLanguage } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { InboxPageResponse } from './list-inbox.dto.js';
import { ListInbox } from './list-inbox.handler.js';

@Controller('api/v1/notifications/inbox')
export class ListInboxController {
  constructor(private readonly listInbox: ListInbox) {}

  /** The reader's messages, newest first. */
  @Get()
  list(
    @CurrentPrincipal() reader: Principal,
    @ReaderLanguage() language: Language,
    @Query() query: ListQuery,
  ): Promise<InboxPageResponse> {
    return this.listInbox.handle(reader.accountId, language, query);
  }
}
