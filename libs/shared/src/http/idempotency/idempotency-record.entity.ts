import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../persistence/columns.js';

/** The first answer to an Idempotency-Key, written in the transaction of its effect. */
@Entity('idempotency_records')
@Index('idempotency_records_age', ['createdAt'])
export class IdempotencyRecord {
  /** SHA-256 of person, method, path and key. */
  @PrimaryColumn({ type: 'varchar', length: 64, name: 'scope_hash' })
  scopeHash!: string;

  /** HMAC-SHA256 of the body as canonical JSON: from a bare hash, a body of few possible ones could be guessed. */
  @Column({ type: 'varchar', length: 64, name: 'body_hash' })
  bodyHash!: string;

  /** Sealed; null only inside the transaction, while the handler runs. */
  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt!: Date;
}
