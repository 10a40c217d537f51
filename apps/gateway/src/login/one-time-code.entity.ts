import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn } from '@sanxian/shared/persistence';

/** A code on its way to a phone. Neither the code nor the phone can be read from the row without the service's keys. */
@Entity('one_time_codes')
@Index('one_time_codes_phone', ['phoneIndex'])
@Index('one_time_codes_expiry', ['expiresAt'])
export class OneTimeCode {
  @IdColumn()
  readonly id!: string;

  @Column({ type: 'varchar', length: 64, name: 'phone_index' })
  readonly phoneIndex!: string;

  @Column({ type: 'varchar', length: 200, name: 'sealed_phone' })
  readonly sealedPhone!: string;

  @Column({ type: 'varchar', length: 64, name: 'code_hash' })
  readonly codeHash!: string;

  @Column({ type: 'integer' })
  readonly attempts!: number;

  @InstantColumn({ name: 'expires_at' })
  readonly expiresAt!: Date;

  @InstantColumn({ name: 'used_at', nullable: true })
  readonly usedAt!: Date | null;

  /** Replaced by a newer code, or never sent. */
  @InstantColumn({ name: 'voided_at', nullable: true })
  readonly voidedAt!: Date | null;
}
