import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import type { Transaction } from '@sanxian/shared/persistence';
import { ConsentState } from '@sanxian/shared/security';
import { SendQueuedTextMessages } from '../text-messages/send-queued-text-messages/send-queued-text-messages.worker.js';
import { TextMessage } from '../text-messages/text-message.entity.js';
import { InboxMessage, type NewMessage } from './inbox-message.entity.js';
import type { MessageKind } from './message-facts.js';
import { messageKinds } from './message-kinds.js';

/**
 * Puts a message into a person's inbox and queues it as a text message; whether that goes out is decided when it is
 * sent. Somebody known to have withdrawn the consent is not contacted at all.
 */
@Injectable()
export class WriteMessage {
  constructor(
    private readonly clock: Clock,
    private readonly textMessages: SendQueuedTextMessages,
  ) {}

  async write<Kind extends MessageKind>(tx: Transaction, message: NewMessage<Kind>): Promise<void> {
    if (await isUnwanted(tx, message)) return;
    const written = InboxMessage.write(message, this.clock.now());
    await tx.insert(written);
    await tx.insert(TextMessage.queue(written));
    tx.afterCommit(() => this.textMessages.wake());
  }
}

/** Not known is not withdrawn: a first consent may be on its way, and the text message waits for it. */
async function isUnwanted(tx: Transaction, { kind, personId }: NewMessage<MessageKind>): Promise<boolean> {
  const { nature, purpose } = messageKinds[kind];
  if (nature === 'receipt') return false;
  const consent = await tx.find(ConsentState, { personId, purpose });
  return consent?.state === 'withdrawn';
}
