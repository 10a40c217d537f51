import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Purpose } from '../../contracts/purpose.js';
import { InstantColumn } from '../../persistence/columns.js';

/** What a person last said about one purpose, as this service has heard it from the gateway. */
@Entity('consent_states')
@Check('consent_states_state', "state IN ('granted', 'withdrawn')")
export class ConsentState {
  @PrimaryColumn({ type: 'varchar', length: 36, name: 'person_id' })
  personId!: string;

  @PrimaryColumn({ type: 'varchar', length: 40 })
  purpose!: Purpose;

  @Column({ type: 'varchar', length: 20 })
  state!: 'granted' | 'withdrawn';

  /** Version of the account with this change: an older one that comes late changes nothing. */
  @Column({ type: 'integer', name: 'identity_version' })
  identityVersion!: number;

  @InstantColumn({ name: 'changed_at' })
  changedAt!: Date;

  /** The wording that was agreed to; null once withdrawn. */
  @Column({ type: 'varchar', length: 40, name: 'text_version', nullable: true })
  textVersion!: string | null;
}
