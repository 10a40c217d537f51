import { newId } from '@sanxian/shared/config';
import { fact, MessageFailed, MessageSent } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Check, Column, Entity, Index } from 'typeorm';
import type { InboxMessage } from '../messages/inbox-message.entity.js';
import type { MessageKind } from '../messages/message-facts.js';
import type { DropReason, SendingDecision } from './send-queued-text-messages/decide-sending.js';

type TextMessageStatus = 'queued' | 'sending' | 'sent' | 'failed' | 'dropped';

const minutes = 60_000;
/** A sender that has not settled its message by then is taken for dead. */
const claimMilliseconds = 1 * minutes;
/** Longer than any channel's own deadline: whoever hands a message over has an answer before the claim lapses. */
const longestSendingMilliseconds = 20_000;
const retryDelays = [5_000, 30_000, 3 * minutes, 15 * minutes];
const shortestWait = 2_000;

/** One text message on its way out: the delivery log of an inbox message. The words are made when it is sent. */
@Entity('text_messages')
@Check('text_messages_status', `status IN ('queued', 'sending', 'sent', 'failed', 'dropped')`)
@Index('text_messages_by_next_attempt', ['status', 'nextAttemptAt'])
@Index('text_messages_by_person', ['personId', 'status'])
export class TextMessage {
  /** Also the key by which the provider recognises a second send of the same message. */
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'inbox_message_id' })
  readonly inboxMessageId!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  @Column({ type: 'varchar', length: 60 })
  readonly kind!: MessageKind;

  @InstantColumn({ name: 'created_at' })
  readonly createdAt!: Date;

  @Column({ type: 'varchar', length: 20 })
  private status!: TextMessageStatus;

  @Column({ type: 'integer' })
  private attempts!: number;

  /** While `sending`: when the claim lapses. */
  @InstantColumn({ name: 'next_attempt_at' })
  private nextAttemptAt!: Date;

  @InstantColumn({ name: 'settled_at', nullable: true })
  private settledAt!: Date | null;

  @Column({ type: 'varchar', length: 40, nullable: true, name: 'drop_reason' })
  private dropReason!: DropReason | null;

  @VersionColumn()
  version!: number;

  static queue(message: InboxMessage): TextMessage {
    const textMessage = Object.assign(new TextMessage(), {
      id: newId(),
      inboxMessageId: message.id,
      personId: message.personId,
      kind: message.kind,
      createdAt: message.createdAt,
    });
    textMessage.status = 'queued';
    textMessage.attempts = 0;
    textMessage.nextAttemptAt = message.createdAt;
    textMessage.settledAt = null;
    textMessage.dropReason = null;
    return textMessage;
  }

  isDue(now: Date): boolean {
    return (this.status === 'queued' || this.status === 'sending') && this.nextAttemptAt <= now;
  }

  /** Whether a sender has it in hand, and the provider may have it too. Once a claim has lapsed nobody has. */
  isWithProvider(now: Date): boolean {
    return this.status === 'sending' && this.nextAttemptAt > now;
  }

  /** Until when a claimed message may be handed over; a sender that was held up for longer leaves it. */
  get handOverBefore(): Date {
    return later(this.nextAttemptAt, -longestSendingMilliseconds);
  }

  /** Takes the message for sending, sets it back or ends it. */
  follow(decision: SendingDecision, now: Date): void {
    if (decision.action === 'send') this.claim(now);
    else if (decision.action === 'wait') this.wait(now);
    else this.drop(decision.reason, now);
  }

  markSent(now: Date): MessageSent {
    this.settle('sent', now);
    return fact(MessageSent, { ...this.forEvent(), sentAt: now.toISOString() });
  }

  /** Tries again later, or gives up after the last try. */
  recordFailure(now: Date): MessageFailed[] {
    const delay = retryDelays[this.attempts - 1];
    if (delay === undefined) {
      this.settle('failed', now);
      return [fact(MessageFailed, { ...this.forEvent(), failedAt: now.toISOString() })];
    }
    this.status = 'queued';
    this.nextAttemptAt = later(now, delay);
    return [];
  }

  private claim(now: Date): void {
    this.status = 'sending';
    this.attempts += 1;
    this.nextAttemptAt = later(now, claimMilliseconds);
  }

  /** Looks again when the message is twice as old: soon at first, rarely later. */
  private wait(now: Date): void {
    const age = now.getTime() - this.createdAt.getTime();
    this.status = 'queued';
    this.nextAttemptAt = later(now, Math.max(shortestWait, age));
  }

  private drop(reason: DropReason, now: Date): void {
    this.settle('dropped', now);
    this.dropReason = reason;
  }

  private settle(status: TextMessageStatus, now: Date): void {
    this.status = status;
    this.settledAt = now;
  }

  private forEvent() {
    return { messageId: this.id, personId: this.personId, kind: this.kind, channel: 'text-message' as const };
  }
}

const later = (instant: Date, milliseconds: number): Date => new Date(instant.getTime() + milliseconds);
