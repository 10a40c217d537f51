import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../config/new-id.js';
import type { Database } from '../persistence/database.js';
import { openTestDatabase } from '../testing/test-database.js';
import { FakeClock } from '../testing/fake-clock.js';
import { PersonKeyRow } from './person-key-row.entity.js';
import { PersonKeys } from './person-keys.js';
import { securitySchema, silentOutbox } from './security.fixture.js';
import { ServiceKeys } from './service-keys.js';

describe('PersonKeys', () => {
  const clock = new FakeClock('2026-11-23T08:00:00.000Z');
  const masterKey = Buffer.alloc(32, 1);
  const personKeys = new PersonKeys(new ServiceKeys(masterKey, 'donations'), clock);
  const personId = newId();
  let database: Database;

  beforeEach(async () => {
    database = await openTestDatabase(securitySchema, silentOutbox);
  });

  afterEach(async () => {
    await database.close();
  });

  const sealPhone = (person: string) =>
    database.unitOfWork.run(async (tx) => (await personKeys.obtain(tx, person)).seal('phone', '13812341234'));
  const find = (keys: PersonKeys, person: string) => keys.find(database.reads.manager, person);

  it('opens what was sealed with the key of the person', async () => {
    const sealed = await sealPhone(personId);
    const key = await find(personKeys, personId);
    expect(key?.open('phone', sealed)).toBe('13812341234');
    expect(() => key?.open('name', sealed)).toThrow();
  });

  it('makes one key for each person', async () => {
    const sealed = await sealPhone(personId);
    await sealPhone(personId);
    expect((await find(personKeys, personId))?.open('phone', sealed)).toBe('13812341234');

    const other = newId();
    await sealPhone(other);
    const otherKey = await find(personKeys, other);
    expect(() => otherKey?.open('phone', sealed)).toThrow();
  });

  it('keeps no key of a change that did not happen', async () => {
    const rolledBack = database.unitOfWork.run(async (tx) => {
      await personKeys.obtain(tx, personId);
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    expect(await find(personKeys, personId)).toBeNull();
  });

  it('knows nothing more of an erased person, who may come again with a new key', async () => {
    const sealed = await sealPhone(personId);
    await database.unitOfWork.run((tx) => tx.manager.delete(PersonKeyRow, { personId }));
    expect(await find(personKeys, personId)).toBeNull();

    await sealPhone(personId);
    const newKey = await find(personKeys, personId);
    expect(() => newKey?.open('phone', sealed)).toThrow();
  });

  it("unwraps neither somebody else's key nor one of another service or installation", async () => {
    await sealPhone(personId);
    const other = newId();
    await database.unitOfWork.run(async (tx) => {
      const row = await tx.manager.findOneByOrFail(PersonKeyRow, { personId });
      await tx.manager.insert(PersonKeyRow, { ...row, personId: other });
    });
    await expect(find(personKeys, other)).rejects.toThrow();
    for (const keys of [new ServiceKeys(masterKey, 'volunteers'), new ServiceKeys(Buffer.alloc(32, 2), 'donations')]) {
      await expect(find(new PersonKeys(keys, clock), personId)).rejects.toThrow();
    }
  });
});
