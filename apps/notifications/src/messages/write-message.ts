import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import type { Transaction } from '@sanxian/shared/persistence';
import { SendQueuedTextMessages } from '../text-messages/send-queued-text-messages/send-queued-text-messages.worker.js';
import { TextMessage } from '../text-messages/text-message.entity.js';
import { InboxMessage, type NewMessage } from './inbox-message.entity.js';
import type { MessageKind } from './message-facts.js';

/** Puts a message into a person's inbox and queues it as a text message; whether that goes out is decided when it is sent. */
@Injectable()
export class WriteMessage {
  constructor(
    private readonly clock: Clock,
    private readonly textMessages: SendQueuedTextMessages,
  ) {}

  async write<Kind extends MessageKind>(tx: Transaction, message: NewMessage<Kind>): Promise<void> {
    const written = InboxMessage.write(message, this.clock.now());
    await tx.insert(written);
    await tx.insert(TextMessage.queue(written));
    tx.afterCommit(() => this.textMessages.wake());
  }
}
