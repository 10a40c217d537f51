import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../persistence/columns.js';

/** One person's data key in this service, wrapped. Deleting the row makes all that was sealed with it unreadable. */
@Entity('person_keys')
export class PersonKeyRow {
  @PrimaryColumn({ type: 'varchar', length: 36, name: 'person_id' })
  personId!: string;

  @Column({ type: 'varchar', length: 200, name: 'wrapped_key' })
  wrappedKey!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: Date;
}
