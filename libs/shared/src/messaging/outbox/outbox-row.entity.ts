import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Topic } from '../../contracts/event-contract.js';
import { InstantColumn, ReferenceColumn } from '../../persistence/columns.js';

/** A fact on its way to the bus, written in the transaction that made it true. */
@Entity('outbox')
@Index('outbox_event', ['eventId'], { unique: true })
@Index('outbox_change', ['aggregateType', 'aggregateId', 'aggregateVersion', 'sequence'], { unique: true })
@Index('outbox_unpublished', ['publishedAt', 'id'])
export class OutboxRow {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @ReferenceColumn({ name: 'event_id' })
  eventId!: string;

  @Column({ type: 'varchar', length: 40 })
  topic!: Topic;

  @Column({ type: 'varchar', length: 60, name: 'aggregate_type' })
  aggregateType!: string;

  @ReferenceColumn({ name: 'aggregate_id' })
  aggregateId!: string;

  @Column({ type: 'integer', name: 'aggregate_version' })
  aggregateVersion!: number;

  /** Several facts of one change are numbered from 0. */
  @Column({ type: 'integer' })
  sequence!: number;

  @Column({ type: 'varchar', length: 120 })
  type!: string;

  @Column({ type: 'varchar', length: 60, nullable: true })
  traceparent!: string | null;

  @Column({ type: 'text' })
  payload!: string;

  @InstantColumn({ name: 'occurred_at' })
  occurredAt!: Date;

  @InstantColumn({ name: 'published_at', nullable: true })
  publishedAt!: Date | null;
}
