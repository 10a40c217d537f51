import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn } from '../../persistence/columns.js';

/** One thing that a member of staff did with a person's data: only ever added, never changed. */
@Entity('audit_entries')
@Index('audit_entries_by_person', ['personId', 'at', 'id'])
@Index('audit_entries_by_actor', ['actorId', 'at', 'id'])
export class AuditEntry {
  @IdColumn()
  readonly id!: string;

  @InstantColumn()
  readonly at!: Date;

  /** The account that acted. */
  @ReferenceColumn({ name: 'actor_id' })
  readonly actorId!: string;

  /** A verb with its object, such as `register-blood-intent`. */
  @Column({ type: 'varchar', length: 60 })
  readonly action!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  @Column({ type: 'varchar', length: 40, name: 'subject_type' })
  readonly subjectType!: string;

  @ReferenceColumn({ name: 'subject_id' })
  readonly subjectId!: string;

  /** Typed by a person about a person, so sealed with that person's key. */
  @Column({ type: 'varchar', length: 3000, name: 'sealed_reason', nullable: true })
  readonly sealedReason!: string | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  readonly traceparent!: string | null;
}
