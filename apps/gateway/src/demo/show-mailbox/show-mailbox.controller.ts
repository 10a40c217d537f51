import { Controller, Get, Query } from '@nestjs/common';
import { Undocumented } from '@sanxian/shared/http';
import { DemoMailboxResponse, ShowMailboxQuery } from './show-mailbox.dto.js';
import { ShowMailbox } from './show-mailbox.query.js';

@Undocumented()
@Controller('api/v1/demo/mailbox')
export class ShowMailboxController {
  constructor(private readonly showMailbox: ShowMailbox) {}

  /** Every message that would have left, newest first. */
  @Get()
  show(@Query() { to }: ShowMailboxQuery): DemoMailboxResponse {
    return this.showMailbox.of(to);
  }
}
