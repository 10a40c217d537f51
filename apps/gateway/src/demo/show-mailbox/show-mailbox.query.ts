import type { DemoMailbox } from '@sanxian/shared/channels';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import type { DemoMailboxResponse } from './show-mailbox.dto.js';

/** Without demo data there is no mailbox, and the route looks like any other that does not exist. */
export class ShowMailbox {
  constructor(private readonly mailbox: DemoMailbox | undefined) {}

  of(to: string | undefined): DemoMailboxResponse {
    if (!this.mailbox) throw new Refusal(commonProblems['not-found']);
    return { items: this.mailbox.list(to).map((message) => ({ ...message, sentAt: message.sentAt.toISOString() })) };
  }
}
