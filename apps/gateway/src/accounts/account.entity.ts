import { Check, Column, Entity, Index } from 'typeorm';
import { fact, PersonRegistered } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, VersionColumn } from '@sanxian/shared/persistence';
import type { AccountKind, Role } from '@sanxian/shared/security';

/**
 * Who may log in, and the anchor of a person's consents. Its version is the identity version that requests carry to the
 * other services, so it rises only together with an event on `sanxian.identity`.
 */
@Entity('accounts')
@Check('accounts_kind', "kind IN ('citizen', 'staff')")
@Index('accounts_phone', ['phoneIndex'], { unique: true })
export class Account {
  @IdColumn()
  readonly id!: string;

  @VersionColumn()
  version!: number;

  @Column({ type: 'varchar', length: 10 })
  readonly kind!: AccountKind;

  @Column({ type: 'json' })
  readonly roles!: Role[];

  /** The branches staff work for; everything below them is theirs too. */
  @Column({ type: 'json', name: 'branch_ids' })
  readonly branchIds!: string[];

  /** Finds a citizen's account by phone without keeping the phone here. */
  @Column({ type: 'varchar', length: 64, name: 'phone_index', nullable: true })
  readonly phoneIndex!: string | null;

  @InstantColumn({ name: 'registered_at' })
  readonly registeredAt!: Date;

  /** @param phoneIndex null for a person without a phone, for whom staff act */
  static ofCitizen(id: string, phoneIndex: string | null, now: Date): Account {
    return Account.of({ id, kind: 'citizen', roles: ['citizen'], branchIds: [], phoneIndex, registeredAt: now });
  }

  static ofStaff(id: string, roles: Role[], branchIds: string[], now: Date): Account {
    return Account.of({ id, kind: 'staff', roles, branchIds, phoneIndex: null, registeredAt: now });
  }

  /** What others learn when the account is new. */
  registered(): PersonRegistered {
    return fact(PersonRegistered, { personId: this.id });
  }

  private static of(state: Omit<Account, 'version' | 'registered'>): Account {
    return Object.assign(new Account(), state);
  }
}
