import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DemoMailboxResponse, ShowMailboxQuery } from './show-mailbox.dto.js';
import { ShowMailbox } from './show-mailbox.query.js';

@ApiExcludeController()
@Controller('api/v1/demo/mailbox')
export class ShowMailboxController {
  constructor(private readonly showMailbox: ShowMailbox) {}

  /** Every message that would have left, newest first. */
  @Get()
  show(@Query() { to }: ShowMailboxQuery): DemoMailboxResponse {
    return this.showMailbox.of(to);
  }
}
