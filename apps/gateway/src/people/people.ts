import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { BlindIndex, PersonKeys } from '@sanxian/shared/security';
import { Account } from '../accounts/account.entity.js';
import { phoneIndexOf } from '../accounts/phone-index.js';
import { Profile, residentIdIndex } from '../profile/profile.entity.js';
import { describePerson } from './describe-person.js';
import type { PersonResponse } from './person.dto.js';

/** What a person can be found by: all of a number, never a part of it. With both, whoever has both. */
export interface PersonSearch {
  readonly residentId?: string | undefined;
  readonly phone?: string | undefined;
}

/** Everybody who can register something, with a phone or without. Staff are no people in this sense. */
@Injectable()
export class People {
  constructor(
    private readonly blindIndex: BlindIndex,
    private readonly personKeys: PersonKeys,
  ) {}

  /** Of one resident ID several, when somebody gave a number that is not theirs, or registered twice. Oldest first. */
  async find(manager: EntityManager, { residentId, phone }: PersonSearch): Promise<Account[]> {
    if (residentId === undefined && phone === undefined) return [];
    const where: FindOptionsWhere<Account> = {
      kind: 'citizen',
      ...(phone === undefined ? {} : { phoneIndex: phoneIndexOf(this.blindIndex, phone) }),
      ...(residentId === undefined ? {} : { id: In(await this.idsOf(manager, residentId)) }),
    };
    return manager.find(Account, { where, order: { id: 'ASC' } });
  }

  byId(manager: EntityManager, id: string): Promise<Account | null> {
    return manager.findOneBy(Account, { id, kind: 'citizen' });
  }

  async describe(manager: EntityManager, account: Account): Promise<PersonResponse> {
    const profile = await manager.findOneByOrFail(Profile, { id: account.id });
    const key = await this.personKeys.find(manager, account.id);
    return describePerson(account, profile, key && profile.details(key));
  }

  private async idsOf(manager: EntityManager, residentId: string): Promise<string[]> {
    const where = { residentIdIndex: residentIdIndex(this.blindIndex, residentId) };
    const profiles = await manager.find(Profile, { select: { id: true }, where });
    return profiles.map(({ id }) => id);
  }
}
