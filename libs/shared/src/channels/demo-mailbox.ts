import type { Clock } from '../config/clock.js';
import { Mail, type MailMessage } from './mail.js';
import { TextMessages, type TextMessage } from './text-messages.js';

export interface DemoMessage {
  readonly channel: 'text-message' | 'mail';
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  readonly sentAt: Date;
}

/** A demo may run for weeks; its memory must not grow with it. */
const mostMessages = 5_000;

/** Where messages of the demo end up instead of leaving: in memory, for everybody who can reach the server to see. */
export class DemoMailbox {
  /** By channel and idempotency key, oldest first: a repeated message stays one. */
  private readonly messages = new Map<string, DemoMessage>();
  readonly textMessages: TextMessages = new DemoTextMessages(this);
  readonly mail: Mail = new DemoMail(this);

  constructor(private readonly clock: Clock) {}

  /** Newest first; of one receiver when given. */
  list(to?: string): DemoMessage[] {
    return [...this.messages.values()].filter((message) => to === undefined || message.to === to).reverse();
  }

  keep(idempotencyKey: string, message: Omit<DemoMessage, 'sentAt'>): void {
    const key = `${message.channel}/${idempotencyKey}`;
    if (this.messages.has(key)) return;
    this.messages.set(key, { ...message, sentAt: this.clock.now() });
    const [oldest] = this.messages.keys();
    if (oldest !== undefined && this.messages.size > mostMessages) this.messages.delete(oldest);
  }
}

class DemoTextMessages extends TextMessages {
  constructor(private readonly mailbox: DemoMailbox) {
    super();
  }

  override send({ to, text, idempotencyKey }: TextMessage): Promise<void> {
    return Promise.resolve(this.mailbox.keep(idempotencyKey, { channel: 'text-message', to, text }));
  }
}

class DemoMail extends Mail {
  constructor(private readonly mailbox: DemoMailbox) {
    super();
  }

  override send({ to, subject, text, idempotencyKey }: MailMessage): Promise<void> {
    return Promise.resolve(this.mailbox.keep(idempotencyKey, { channel: 'mail', to, subject, text }));
  }
}
