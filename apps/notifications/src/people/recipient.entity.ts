import type { Language } from '@sanxian/shared/contracts';
import type { PersonDetails, PersonKey } from '@sanxian/shared/security';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What this service needs to know of a person to reach them, and nothing more. */
@Entity('recipients')
export class Recipient {
  @PrimaryColumn({ type: 'varchar', length: 36, name: 'person_id' })
  readonly personId!: string;

  @Column({ type: 'varchar', length: 255, nullable: true, name: 'sealed_phone' })
  private sealedPhone!: string | null;

  @Column({ type: 'varchar', length: 10 })
  readonly language!: Language;

  /** The version of the profile this was taken from: an older one that comes late changes nothing. */
  @Column({ type: 'integer', name: 'profile_version' })
  readonly profileVersion!: number;

  static from(personId: string, details: PersonDetails, profileVersion: number, key: PersonKey): Recipient {
    const recipient = Object.assign(new Recipient(), { personId, language: details.language, profileVersion });
    recipient.sealedPhone = details.phone === null ? null : key.seal('phone', details.phone);
    return recipient;
  }

  phone(key: PersonKey): string | null {
    return this.sealedPhone === null ? null : key.open('phone', this.sealedPhone);
  }
}
