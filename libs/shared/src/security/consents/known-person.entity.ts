import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How much of a person's identity events this service has seen. */
@Entity('known_persons')
export class KnownPerson {
  @PrimaryColumn({ type: 'varchar', length: 36, name: 'person_id' })
  personId!: string;

  @Column({ type: 'integer', name: 'identity_version' })
  identityVersion!: number;
}
