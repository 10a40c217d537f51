import { Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../persistence/columns.js';

/** Says that a consumer has dealt with an event; written in the transaction of the effect. */
@Entity('inbox')
@Index('inbox_age', ['processedAt'])
export class InboxRow {
  @PrimaryColumn({ type: 'varchar', length: 120 })
  consumer!: string;

  @PrimaryColumn({ type: 'varchar', length: 36, name: 'event_id' })
  eventId!: string;

  @InstantColumn({ name: 'processed_at' })
  processedAt!: Date;
}
