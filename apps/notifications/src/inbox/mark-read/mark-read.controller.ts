import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { MarkRead } from './mark-read.handler.js';

@Controller('api/v1/notifications/inbox/:id/read')
export class MarkReadController {
  constructor(private readonly markRead: MarkRead) {}

  /** Marks a message as read; a second time changes nothing. */
  @Post()
  @HttpCode(204)
  mark(@CurrentPrincipal() reader: Principal, @Param('id', ResourceId) id: string): Promise<void> {
    return this.markRead.handle(reader.accountId, id);
  }
}
