import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../config/new-id.js';
import { fact } from '../../contracts/event-contract.js';
import { PersonChanged } from '../../contracts/identity/person-changed.v1.js';
import type { Database } from '../../persistence/database.js';
import { openTestDatabase } from '../../testing/test-database.js';
import { FakeClock } from '../../testing/fake-clock.js';
import { PeopleSeal, type PersonDetails } from '../people-seal.js';
import { PersonKeyRow } from '../person-key-row.entity.js';
import { PersonKeys } from '../person-keys.js';
import { securitySchema, silentOutbox } from '../security.fixture.js';
import { ServiceKeys } from '../service-keys.js';
import { PersonFactsProjection } from './person-facts-projection.js';
import { PersonFactsQueries } from './person-facts.js';
import { PersonFactsRow } from './person-facts-row.entity.js';

const somebody: PersonDetails = {
  phone: '13800000000',
  displayName: '林知夏',
  language: 'zh-CN',
  birthDate: '1994-03-07',
  sex: 'female',
  area: '331102',
};
const nothing = { birthDate: null, sex: null };

describe('what a service keeps of a person', () => {
  const personId = newId();
  const keys = new PersonKeys(new ServiceKeys(Buffer.alloc(32, 1), 'donations'), new FakeClock('2026-11-25T08:00:00Z'));
  const seal = new PeopleSeal(Buffer.alloc(32, 2));
  const projection = new PersonFactsProjection(keys, seal);
  const queries = new PersonFactsQueries(keys);
  let database: Database;

  beforeEach(async () => {
    database = await openTestDatabase(securitySchema, silentOutbox);
  });

  afterEach(async () => {
    await database.close();
  });

  const keep = (details: PersonDetails, aggregateVersion: number) =>
    database.unitOfWork.run((tx) =>
      projection.keep(fact(PersonChanged, { personId, sealed: seal.seal(personId, details) }), {
        tx,
        aggregateVersion,
      }),
    );
  const facts = () => queries.of(database.reads.manager, personId);

  it('is the newest birth date and sex, in whatever order they come', async () => {
    expect(await facts()).toEqual(nothing);
    await keep({ ...somebody, birthDate: '1995-05-05' }, 2);
    await keep({ ...somebody, birthDate: null }, 1);
    expect(await facts()).toEqual({ birthDate: '1995-05-05', sex: 'female' });
    await keep({ ...somebody, sex: null }, 3);
    expect(await facts()).toEqual({ birthDate: '1994-03-07', sex: null });
  });

  it('is sealed, and gone with the key of the person', async () => {
    await keep(somebody, 1);
    const [row] = await database.reads.manager.find(PersonFactsRow);
    expect(row?.sealedFacts).toMatch(/^v1\./);
    await database.unitOfWork.run(async (tx) => void (await tx.manager.delete(PersonKeyRow, { personId })));
    expect(await facts()).toEqual(nothing);
  });
});
