import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Purpose } from '../../contracts/purpose.js';
import { InstantColumn } from '../../persistence/columns.js';

/** What a person last said about one purpose, as this service has heard it from the gateway. */
@Entity('consent_states')
export class ConsentState {
  @PrimaryColumn({ type: 'varchar', length: 36, name: 'person_id' })
  personId!: string;

  @PrimaryColumn({ type: 'varchar', length: 40 })
  purpose!: Purpose;

  @Column({ type: 'varchar', length: 20 })
  state!: 'granted' | 'withdrawn';

  @InstantColumn({ name: 'changed_at' })
  changedAt!: Date;
}
