import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { traceContext } from '../config/trace-context.js';
import { seededRandom } from '../testing/seeded-random.js';
import { openTestDatabase } from '../testing/test-database.js';
import { NobodyWaits } from './answer-awaited.js';
import { Counter, counter, counterSchema } from './counter.fixture.js';
import type { Database } from './database.js';
import { StaleVersion, type Transaction } from './transaction.js';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('UnitOfWork', () => {
  let database: Database;

  beforeEach(async () => {
    database = await openTestDatabase(counterSchema);
  });

  afterEach(() => database.close());

  const stored = () => database.reads.manager.find(Counter, { order: { id: 'ASC' } });

  it('loses no acknowledged row and shows no rolled-back one among 100 concurrent transactions', async () => {
    const random = seededRandom(Date.now());
    console.log(`seed ${random.seed}`);
    const everSeen = new Set<string>();
    let reading = true;
    const reader = (async () => {
      while (reading) {
        for (const row of await stored()) everSeen.add(row.id);
        await nextTurn();
      }
    })();

    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) =>
        database.unitOfWork.run(async (tx) => {
          await tx.insert(counter(`row-${index}`, index));
          for (let turns = random.integer(0, 5); turns > 0; turns -= 1) await nextTurn();
          if (index % 10 < 3) throw new Error('rolled back');
        }),
      ),
    );
    reading = false;
    await reader;

    const acknowledged = outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [`row-${index}`] : []));
    expect(acknowledged).toHaveLength(70);
    expect((await stored()).map(({ id }) => id).sort()).toEqual(acknowledged.sort());
    expect([...everSeen].filter((id) => !acknowledged.includes(id))).toEqual([]);
  });

  it('joins a run inside a run', async () => {
    const outer = database.unitOfWork.run(async (tx) => {
      await tx.insert(counter('outer', 1));
      await database.unitOfWork.run((inner) => inner.insert(counter('inner', 2)));
      throw new Error('both must go');
    });
    await expect(outer).rejects.toThrow('both must go');
    expect(await stored()).toEqual([]);
  });

  it('refuses a change of a version that is no longer there', async () => {
    await database.unitOfWork.run((tx) => tx.insert(counter('a', 1)));
    const stale = await database.reads.manager.findOneByOrFail(Counter, { id: 'a' });
    await database.unitOfWork.run(async (tx) => {
      const fresh = (await tx.find(Counter, { id: 'a' }))!;
      fresh.value = 2;
      await tx.update(fresh);
    });
    stale.value = 3;
    await expect(database.unitOfWork.run((tx) => tx.update(stale))).rejects.toThrow(StaleVersion);
    expect(await stored()).toMatchObject([{ value: 2, version: 2 }]);
  });

  it('refuses a write through a transaction that is over', async () => {
    let kept: Transaction | undefined;
    await database.unitOfWork.run((tx) => Promise.resolve(void (kept = tx)));
    await expect(kept!.insert(counter('late', 1))).rejects.toThrow('transaction is over');
  });

  it('wakes listeners after a commit and never after a rollback', async () => {
    const woken: string[] = [];
    await database.unitOfWork.run((tx) => Promise.resolve(tx.afterCommit(() => woken.push('committed'))));
    const rolledBack = database.unitOfWork.run((tx) => {
      tx.afterCommit(() => woken.push('rolled back'));
      return Promise.reject(new Error('no'));
    });
    await expect(rolledBack).rejects.toThrow('no');
    expect(woken).toEqual(['committed']);
  });

  it('counts exactly, however many change the row at once', async () => {
    await database.unitOfWork.run((tx) => tx.insert(counter('a', 0)));
    const increment = () =>
      database.unitOfWork.run(async (tx) => {
        const row = (await tx.find(Counter, { id: 'a' }))!;
        row.value += 1;
        await tx.update(row);
      });
    await Promise.all(Array.from({ length: 50 }, increment));
    expect(await stored()).toMatchObject([{ value: 50, version: 51 }]);
  });

  it('runs a change again that somebody else was faster with', async () => {
    await database.unitOfWork.run((tx) => tx.insert(counter('a', 0)));
    const increment = () =>
      database.unitOfWork.run(async (tx) => {
        const row = await tx.manager.findOneByOrFail(Counter, { id: 'a' });
        row.value += 1;
        await tx.update(row);
      });
    await Promise.all(Array.from({ length: 4 }, increment));
    expect(await stored()).toMatchObject([{ value: 4, version: 5 }]);
  });

  it('lets one of two first inserts see the other', async () => {
    const found: boolean[] = [];
    const obtain = () =>
      database.unitOfWork.run(async (tx) => {
        const known = await tx.manager.existsBy(Counter, { id: 'a' });
        if (!known) await tx.insert(counter('a', 1));
        return known;
      });
    found.push(...(await Promise.all(Array.from({ length: 20 }, obtain))));
    expect(found.filter((known) => !known)).toHaveLength(1);
    expect(await stored()).toHaveLength(1);
  });

  it('ends a deadlock well for both', async () => {
    for (const id of ['a', 'b']) await database.unitOfWork.run((tx) => tx.insert(counter(id, 0)));
    let began = 0;
    const both = async (ids: string[]) =>
      database.unitOfWork.run(async (tx) => {
        for (const id of ids) {
          const row = (await tx.find(Counter, { id }))!;
          row.value += 1;
          await tx.update(row);
          // Each holds its first row now, where they run side by side.
          for (began += 1; began < 2 && (await turnsPassed(100)););
        }
      });
    await Promise.all([both(['a', 'b']), both(['b', 'a'])]);
    expect(await stored()).toMatchObject([{ value: 2 }, { value: 2 }]);
  });

  it('does one thing of a name at a time', async () => {
    let inside = 0;
    let most = 0;
    const alone = () =>
      database.unitOfWork.run(async (tx) => {
        await tx.oneAtATime('counting');
        most = Math.max(most, (inside += 1));
        await stored();
        inside -= 1;
        if (Math.random() < 0.3) throw new Error('rolled back');
      });
    await Promise.allSettled(Array.from({ length: 30 }, alone));
    expect(most).toBe(1);
  });

  it('begins nothing for somebody who has gone, and finishes what it began', async () => {
    const asked = (answerBy: number, id: string) =>
      traceContext.run({ traceparent: '', requestId: id, answerBy }, () =>
        database.unitOfWork.run(async (tx) => {
          await tx.insert(counter(id, 1));
          while (performance.now() < answerBy) await nextTurn();
        }),
      );
    const early = asked(performance.now() + 50, 'early');
    const late = asked(performance.now(), 'late');
    await expect(late).rejects.toThrow(NobodyWaits);
    await early;
    expect(await stored()).toMatchObject([{ id: 'early' }]);
  });

  it('takes back a part that fails, with what it would have woken, and keeps the rest', async () => {
    const woken: string[] = [];
    const outcomes = await database.unitOfWork.run(async (tx) => {
      await tx.insert(counter('before', 1));
      const failed = await tx.attempt(async () => {
        await tx.insert(counter('failed', 2));
        tx.afterCommit(() => woken.push('failed'));
        const inner = await tx.attempt(() => Promise.reject(new Error('inner')));
        expect(inner).toMatchObject({ error: new Error('inner') });
        throw new Error('outer');
      });
      const kept = await tx.attempt(async () => {
        await tx.insert(counter('kept', 3));
        tx.afterCommit(() => woken.push('kept'));
        return 'done';
      });
      return { failed, kept };
    });
    expect(outcomes).toEqual({ failed: { error: new Error('outer') }, kept: { result: 'done' } });
    expect((await stored()).map(({ id }) => id)).toEqual(['before', 'kept']);
    expect(woken).toEqual(['kept']);
  });

  it('tells how busy it is', async () => {
    const loads = await Promise.all(
      Array.from({ length: 5 }, () => database.unitOfWork.run(() => Promise.resolve(database.load()))),
    );
    for (const { inUse } of loads) expect(inUse).toBeGreaterThan(0);
    await nextTurn();
    expect(database.load()).toEqual({ inUse: 0, waiting: 0 });
  });
});

/** False at last, so that a test on one writer goes on. */
async function turnsPassed(turns: number): Promise<boolean> {
  for (let turn = 0; turn < turns; turn += 1) await nextTurn();
  return false;
}
