import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import type { Transaction } from '@sanxian/shared/persistence';
import { BlindIndex, PeopleSeal, PersonKeys } from '@sanxian/shared/security';
import { Profile, type ProfileDetails } from '../profile/profile.entity.js';
import type { Account } from './account.entity.js';

const nothingKnown = { phone: null, displayName: null, birthDate: null, sex: null, area: null, residentId: null };

/** Makes an account together with the profile that belongs to it, and announces both. */
@Injectable()
export class RegisterAccount {
  constructor(
    private readonly clock: Clock,
    private readonly personKeys: PersonKeys,
    private readonly peopleSeal: PeopleSeal,
    private readonly blindIndex: BlindIndex,
  ) {}

  async in(
    tx: Transaction,
    account: Account,
    known: Partial<ProfileDetails> & Pick<ProfileDetails, 'language'>,
  ): Promise<Profile> {
    await tx.insert(account);
    await tx.emit(account, account.registered());
    const key = await this.personKeys.obtain(tx, account.id);
    const details = { ...nothingKnown, ...known };
    const profile = Profile.of(account.id, details, { key, blindIndex: this.blindIndex }, this.clock.now());
    await tx.insert(profile);
    await tx.emit(profile, profile.announcement(key, this.peopleSeal));
    return profile;
  }
}
