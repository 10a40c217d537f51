import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
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
    return openFacts(row, key);
  }

  /** Of many people at once; in the answer are those whose profile has come. */
  async ofMany(
    manager: EntityManager,
    keys: ReadonlyMap<string, PersonKey>,
  ): Promise<ReadonlyMap<string, PersonFacts>> {
    const rows = await manager.findBy(PersonFactsRow, { personId: In([...keys.keys()]) });
    return new Map(rows.map((row) => [row.personId, openFacts(row, keys.get(row.personId) ?? null)]));
  }
}

function openFacts(row: PersonFactsRow | null, key: PersonKey | null): PersonFacts {
  if (!row || !key) return { birthDate: null, sex: null };
  return JSON.parse(key.open(field, row.sealedFacts)) as PersonFacts;
}
