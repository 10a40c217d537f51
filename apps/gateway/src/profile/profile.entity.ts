import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, VersionColumn } from '@sanxian/shared/persistence';
import type { PersonDetails, PersonKey } from '@sanxian/shared/security';

/** What a person says of themselves; its id is the person's. All of it is sealed with the person's own key. */
@Entity('profiles')
export class Profile {
  @IdColumn()
  readonly id!: string;

  @VersionColumn()
  version!: number;

  @Column({ type: 'text', name: 'sealed_details' })
  private sealedDetails!: string;

  @InstantColumn({ name: 'changed_at' })
  private changedAt!: Date;

  static of(id: string, details: PersonDetails, key: PersonKey, now: Date): Profile {
    const profile = Object.assign(new Profile(), { id });
    profile.write(details, key, now);
    return profile;
  }

  details(key: PersonKey): PersonDetails {
    return JSON.parse(key.open('profile', this.sealedDetails)) as PersonDetails;
  }

  /** @returns false when everything was like that already */
  change(changes: Partial<PersonDetails>, key: PersonKey, now: Date): boolean {
    const before = this.details(key);
    const after = { ...before, ...changes };
    if (Object.entries(after).every(([field, value]) => Reflect.get(before, field) === value)) return false;
    this.write(after, key, now);
    return true;
  }

  private write(details: PersonDetails, key: PersonKey, now: Date): void {
    this.sealedDetails = key.seal('profile', JSON.stringify(details));
    this.changedAt = now;
  }
}
