import type { Purpose } from '@sanxian/shared/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A withdrawal this service acts by, and cannot vouch for yet: a message of that purpose is with the provider. */
@Entity('pending_withdrawals')
export class PendingWithdrawal {
  @PrimaryColumn({ type: 'varchar', length: 36, name: 'person_id' })
  readonly personId!: string;

  @PrimaryColumn({ type: 'varchar', length: 40 })
  readonly purpose!: Purpose;

  @Column({ type: 'integer', name: 'identity_version' })
  readonly identityVersion!: number;
}
