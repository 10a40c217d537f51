import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn } from '../../persistence/columns.js';
import type { DeliveredMessage } from '../bus-message.js';

/** `waiting` is tried again by itself; `dead` waits for a person; `discarded` is kept for the record. */
export type HeldState = 'waiting' | 'dead' | 'discarded';

/** A message one consumer could not handle, or one that must wait behind such a message of its key. */
@Entity('held_messages')
@Index('held_messages_key', ['consumer', 'blockingKey', 'state'])
@Index('held_messages_event', ['consumer', 'eventId'])
@Index('held_messages_due', ['state', 'nextAttemptAt'])
export class HeldMessage {
  /** Order of arrival: messages of one key are handled by it. */
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 120 })
  consumer!: string;

  /** Null for what could not be decoded: it holds nobody up. */
  @Column({ type: 'varchar', length: 120, nullable: true, name: 'blocking_key' })
  blockingKey!: string | null;

  @Column({ type: 'varchar', length: 36, nullable: true, name: 'event_id' })
  eventId!: string | null;

  @Column({ type: 'json' })
  message!: DeliveredMessage;

  @Column({ type: 'varchar', length: 20 })
  state!: HeldState;

  @Column({ type: 'integer' })
  attempts!: number;

  /** Name and message of the last error, shortened and masked; null for a follower that was not tried yet. */
  @Column({ type: 'varchar', length: 500, nullable: true })
  reason!: string | null;

  @InstantColumn({ name: 'held_at' })
  heldAt!: Date;

  @InstantColumn({ name: 'next_attempt_at' })
  nextAttemptAt!: Date;

  /** No longer written: people's words are sealed in the audit trail. */
  @Column({ type: 'varchar', length: 500, nullable: true, name: 'discard_reason' })
  discardReason!: string | null;
}
