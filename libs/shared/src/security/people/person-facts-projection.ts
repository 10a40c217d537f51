import { Injectable } from '@nestjs/common';
import type { PersonChanged } from '../../contracts/identity/person-changed.v1.js';
import type { Transaction } from '../../persistence/transaction.js';
import { PeopleSeal } from '../people-seal.js';
import { PersonKeys } from '../person-keys.js';
import { sealPersonFacts } from './person-facts.js';
import { PersonFactsRow } from './person-facts-row.entity.js';

/** A service's own copy of birth dates and sex, kept from the people topic; of everything else in it nothing stays. */
@Injectable()
export class PersonFactsProjection {
  constructor(
    private readonly personKeys: PersonKeys,
    private readonly peopleSeal: PeopleSeal,
  ) {}

  /** Takes over what a newer profile says. */
  async keep(
    { personId, sealed }: PersonChanged,
    { tx, aggregateVersion }: { readonly tx: Transaction; readonly aggregateVersion: number },
  ): Promise<void> {
    const known = await tx.find(PersonFactsRow, { personId });
    if (known && known.profileVersion >= aggregateVersion) return;
    const { birthDate, sex } = this.peopleSeal.open(personId, sealed);
    const key = await this.personKeys.obtain(tx, personId);
    const sealedFacts = sealPersonFacts({ birthDate, sex }, key);
    const row = { personId, sealedFacts, profileVersion: aggregateVersion };
    if (known) await tx.manager.update(PersonFactsRow, { personId }, row);
    else await tx.manager.insert(PersonFactsRow, row);
  }
}
