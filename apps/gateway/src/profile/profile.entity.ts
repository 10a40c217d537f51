import { Column, Entity, Index } from 'typeorm';
import { fact, PersonChanged, Refusal } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, VersionColumn } from '@sanxian/shared/persistence';
import type { BlindIndex, PeopleSeal, PersonDetails, PersonKey } from '@sanxian/shared/security';
import { gatewayProblems } from '../problems.js';
import { contradicts, factsToldBy } from '../resident-id/follow-resident-id.policy.js';

/** What travels to other services, and the number of the identity card, which does not. */
export interface ProfileDetails extends PersonDetails {
  /** As `normalizeResidentId` gives it. */
  readonly residentId: string | null;
}

/** What a profile is written with. */
export interface ProfileSecrets {
  readonly key: PersonKey;
  readonly blindIndex: BlindIndex;
}

export function residentIdIndex(blindIndex: BlindIndex, number: string): string {
  return blindIndex.of('resident-id', number);
}

/** What a person says of themselves; its id is the person's. All of it is sealed with the person's own key. */
@Entity('profiles')
@Index('profiles_resident_id', ['residentIdIndex'])
export class Profile {
  @IdColumn()
  readonly id!: string;

  @VersionColumn()
  version!: number;

  @Column({ type: 'text', name: 'sealed_details' })
  private sealedDetails!: string;

  @InstantColumn({ name: 'changed_at' })
  private changedAt!: Date;

  /** Finds profiles by identity card. Not unique: nobody learns from a refusal whose number is known here. */
  @Column({ type: 'varchar', length: 64, name: 'resident_id_index', nullable: true })
  residentIdIndex!: string | null;

  static of(id: string, details: ProfileDetails, secrets: ProfileSecrets, now: Date): Profile {
    const profile = Object.assign(new Profile(), { id });
    profile.write(following(details), secrets, now);
    return profile;
  }

  details(key: PersonKey): ProfileDetails {
    // Rows from before numbers were kept hold none.
    return { residentId: null, ...(JSON.parse(key.open('profile', this.sealedDetails)) as PersonDetails) };
  }

  /** What other services learn: never the number of the card, only what follows from it. */
  announcement(key: PersonKey, peopleSeal: PeopleSeal): PersonChanged {
    const { phone, displayName, language, birthDate, sex, area } = this.details(key);
    const sealed = peopleSeal.seal(this.id, { phone, displayName, language, birthDate, sex, area });
    return fact(PersonChanged, { personId: this.id, sealed });
  }

  /**
   * Birth date and sex follow from the identity card as far as it tells them.
   * @returns false when everything was like that already
   * @throws Refusal `contradicts-resident-id` for a number given together with something else,
   *   `follows-from-resident-id` for something else than the number known already tells
   */
  change(changes: Partial<ProfileDetails>, secrets: ProfileSecrets, now: Date): boolean {
    const before = this.details(secrets.key);
    const { residentId = before.residentId } = changes;
    if (residentId !== null && contradicts(changes, residentId)) {
      throw new Refusal(
        gatewayProblems[changes.residentId === undefined ? 'follows-from-resident-id' : 'contradicts-resident-id'],
      );
    }
    const after = following({ ...before, ...changes });
    if (Object.entries(after).every(([field, value]) => Reflect.get(before, field) === value)) return false;
    this.write(after, secrets, now);
    return true;
  }

  private write(details: ProfileDetails, { key, blindIndex }: ProfileSecrets, now: Date): void {
    this.sealedDetails = key.seal('profile', JSON.stringify(details));
    this.residentIdIndex = details.residentId === null ? null : residentIdIndex(blindIndex, details.residentId);
    this.changedAt = now;
  }
}

function following(details: ProfileDetails): ProfileDetails {
  return { ...details, ...(details.residentId === null ? {} : factsToldBy(details.residentId)) };
}
