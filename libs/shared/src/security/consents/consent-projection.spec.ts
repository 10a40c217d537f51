import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../config/new-id.js';
import { fact } from '../../contracts/event-contract.js';
import { ConsentGranted } from '../../contracts/identity/consent-granted.v1.js';
import { ConsentWithdrawn } from '../../contracts/identity/consent-withdrawn.v1.js';
import { type Purpose, purposes } from '../../contracts/purpose.js';
import type { Database } from '../../persistence/database.js';
import { openTestDatabase } from '../../testing/test-database.js';
import { securitySchema, silentOutbox } from '../security.fixture.js';
import { ConsentProjection } from './consent-projection.js';
import { ConsentQueries } from './consent-queries.js';
import { ConsentState } from './consent-state.entity.js';
import { KnownPerson } from './known-person.entity.js';

interface Decision {
  readonly version: number;
  readonly purpose: Purpose;
  readonly state: 'granted' | 'withdrawn';
}

describe('ConsentProjection', () => {
  const projection = new ConsentProjection();
  const queries = new ConsentQueries();
  const at = '2026-11-23T08:00:00.000Z';
  let database: Database;

  beforeEach(async () => {
    database = await openTestDatabase(securitySchema, silentOutbox);
  });

  afterEach(async () => {
    await database.close();
  });

  const follow = (personId: string, { version, purpose, state }: Decision) =>
    database.unitOfWork.run((tx) => {
      const context = { tx, aggregateVersion: version };
      return state === 'granted'
        ? projection.grant(fact(ConsentGranted, { personId, purpose, textVersion: '1', grantedAt: at }), context)
        : projection.withdraw(fact(ConsentWithdrawn, { personId, purpose, withdrawnAt: at }), context);
    });
  const isGranted = (personId: string, purpose: Purpose) =>
    queries.isGranted(database.reads.manager, personId, purpose);
  const versionSeen = async (personId: string) =>
    (await database.reads.manager.findOneBy(KnownPerson, { personId }))?.identityVersion;

  it('counts a purpose that was never asked as not granted', async () => {
    expect(await isGranted(newId(), 'blood-contact')).toBe(false);
  });

  it('follows a person through one purpose, and leaves other purposes and people alone', async () => {
    const [person, other] = [newId(), newId()];
    await follow(other, { version: 2, purpose: 'blood-contact', state: 'granted' });
    await follow(person, { version: 2, purpose: 'blood-contact', state: 'granted' });
    expect(await isGranted(person, 'blood-contact')).toBe(true);
    expect(await isGranted(person, 'photo-publication')).toBe(false);
    await follow(person, { version: 3, purpose: 'blood-contact', state: 'withdrawn' });
    expect(await isGranted(person, 'blood-contact')).toBe(false);
    expect(await isGranted(other, 'blood-contact')).toBe(true);
    expect(await queries.grantedText(database.reads.manager, person, 'blood-contact')).toBeNull();
    expect(await queries.grantedText(database.reads.manager, other, 'blood-contact')).toBe('1');
    expect(await database.reads.manager.findOneBy(ConsentState, { personId: person })).toEqual({
      personId: person,
      purpose: 'blood-contact',
      state: 'withdrawn',
      textVersion: null,
      identityVersion: 3,
      changedAt: new Date(at),
    });
  });

  it('keeps apart what one change decided on several purposes', async () => {
    const person = newId();
    for (const purpose of purposes) await follow(person, { version: 2, purpose, state: 'granted' });
    for (const purpose of purposes) await follow(person, { version: 3, purpose, state: 'withdrawn' });
    for (const purpose of purposes) expect(await isGranted(person, purpose)).toBe(false);
  });

  it('remembers the newest version of events without consents too', async () => {
    const person = newId();
    const see = (version: number) =>
      database.unitOfWork.run((tx) => projection.see(person, { tx, aggregateVersion: version }));
    await see(1);
    expect(await versionSeen(person)).toBe(1);
    await see(4);
    await see(2);
    expect(await versionSeen(person)).toBe(4);
  });

  it('ends with the newest decision on each purpose, in whatever order and however often they arrive', async () => {
    const decision = fc.record({
      purpose: fc.constantFrom(...purposes.slice(0, 3)),
      state: fc.constantFrom('granted' as const, 'withdrawn' as const),
    });
    const history = fc
      .array(decision, { minLength: 1, maxLength: 6 })
      .map((decisions) => decisions.map((made, index) => ({ ...made, version: index + 1 })));
    const arrivals = history.chain((made) =>
      fc.tuple(fc.constant(made), fc.shuffledSubarray([...made, ...made], { minLength: made.length * 2 })),
    );
    await fc.assert(
      fc.asyncProperty(arrivals, async ([made, arriving]) => {
        const person = newId();
        for (const decided of arriving) await follow(person, decided);
        expect(await versionSeen(person)).toBe(made.length);
        for (const purpose of purposes) {
          const newest = made.findLast((decided) => decided.purpose === purpose);
          expect(await isGranted(person, purpose)).toBe(newest?.state === 'granted');
        }
      }),
      { numRuns: 30 },
    );
  });
});
