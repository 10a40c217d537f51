import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { fact, PersonChanged } from '@sanxian/shared/contracts';
import type { Transaction } from '@sanxian/shared/persistence';
import { type PersonDetails, PeopleSeal, PersonKeys } from '@sanxian/shared/security';
import { Profile } from '../profile/profile.entity.js';
import type { Account } from './account.entity.js';

/** Makes an account together with the profile that belongs to it, and announces both. */
@Injectable()
export class RegisterAccount {
  constructor(
    private readonly clock: Clock,
    private readonly personKeys: PersonKeys,
    private readonly peopleSeal: PeopleSeal,
  ) {}

  async in(
    tx: Transaction,
    account: Account,
    known: Partial<PersonDetails> & Pick<PersonDetails, 'language'>,
  ): Promise<void> {
    await tx.insert(account);
    await tx.emit(account, account.registered());
    const details: PersonDetails = { phone: null, displayName: null, birthDate: null, sex: null, area: null, ...known };
    const key = await this.personKeys.obtain(tx, account.id);
    const profile = Profile.of(account.id, details, key, this.clock.now());
    await tx.insert(profile);
    const sealed = this.peopleSeal.seal(account.id, details);
    await tx.emit(profile, fact(PersonChanged, { personId: account.id, sealed }));
  }
}
