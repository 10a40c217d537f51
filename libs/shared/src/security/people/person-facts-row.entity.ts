import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a service keeps of a person to apply rules of age and sex; sealed with the person's key. */
@Entity('person_facts')
export class PersonFactsRow {
  @PrimaryColumn({ type: 'varchar', length: 36, name: 'person_id' })
  personId!: string;

  @Column({ type: 'varchar', length: 500, name: 'sealed_facts' })
  sealedFacts!: string;

  /** Version of the profile they were taken from: an older one that comes late changes nothing. */
  @Column({ type: 'integer', name: 'profile_version' })
  profileVersion!: number;
}
