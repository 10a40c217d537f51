import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Purpose } from '@sanxian/shared/contracts';
import { InstantColumn } from '@sanxian/shared/persistence';

/** Who acts by consents, and so has to say that it follows a change. */
export const applyingServices = ['donations', 'volunteers', 'notifications'] as const;

export type ApplyingService = (typeof applyingServices)[number];

/** The newest change of a purpose that one service says it acts by. */
@Entity('consent_applications')
@Check('consent_applications_state', "state IN ('granted', 'withdrawn')")
export class ConsentApplication {
  @PrimaryColumn({ type: 'varchar', length: 36, name: 'person_id' })
  readonly personId!: string;

  @PrimaryColumn({ type: 'varchar', length: 40 })
  readonly purpose!: Purpose;

  @PrimaryColumn({ type: 'varchar', length: 20 })
  readonly service!: ApplyingService;

  /** The version of the account with the change: the same as in the ledger. */
  @Column({ type: 'integer', name: 'identity_version' })
  readonly identityVersion!: number;

  @Column({ type: 'varchar', length: 10 })
  readonly state!: 'granted' | 'withdrawn';

  @InstantColumn({ name: 'applied_at' })
  readonly appliedAt!: Date;
}
