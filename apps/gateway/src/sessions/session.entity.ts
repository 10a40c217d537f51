import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn } from '@sanxian/shared/persistence';

/** One log-in on one device. It ends by log-out, by reuse of a refresh token, or when nobody came back for 30 days. */
@Entity('sessions')
@Index('sessions_idle', ['idleUntil'])
export class Session {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'account_id' })
  readonly accountId!: string;

  @InstantColumn({ name: 'started_at' })
  readonly startedAt!: Date;

  @InstantColumn({ name: 'idle_until' })
  readonly idleUntil!: Date;

  @InstantColumn({ name: 'ended_at', nullable: true })
  readonly endedAt!: Date | null;
}
