import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PersonDetails } from '../people-seal.js';
import type { PersonKey } from '../person-key.js';
import { PersonKeys } from '../person-keys.js';
import { PersonFactsRow } from './person-facts-row.entity.js';

/** All of a person that rules of age and sex need. Null: the person has not said. */
export type PersonFacts = Pick<PersonDetails, 'birthDate' | 'sex'>;

const field = 'person-facts';

export function sealPersonFacts(facts: PersonFacts, key: PersonKey): string {
  return key.seal(field, JSON.stringify(facts));
}

@Injectable()
export class PersonFactsQueries {
  constructor(private readonly personKeys: PersonKeys) {}

  /** Nothing is known of a person whose profile has not come yet, or whose key is gone. */
  async of(manager: EntityManager, personId: string): Promise<PersonFacts> {
    const row = await manager.findOneBy(PersonFactsRow, { personId });
    const key = await this.personKeys.find(manager, personId);
    if (!row || !key) return { birthDate: null, sex: null };
    return JSON.parse(key.open(field, row.sealedFacts)) as PersonFacts;
  }
}
