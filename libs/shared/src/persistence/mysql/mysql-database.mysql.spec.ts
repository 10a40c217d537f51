import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import mysql from 'mysql2/promise';
import { eventually } from '../../testing/eventually.js';
import { bareMysqlDatabase, type TestDatabase } from '../../testing/test-database.js';
import { Counter, counter, counterSchema } from '../counter.fixture.js';
import { openDatabase, type Database } from '../database.js';
import { DatabaseUnavailable, isDatabaseShortage } from '../database-unavailable.js';
import type { Transaction } from '../transaction.js';

const silentOutbox = { append: () => Promise.resolve(), announce: () => undefined };

describe('a database on MySQL', () => {
  let place: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    place = await bareMysqlDatabase();
    const small = place.url.replace(/\?.*/, '?connectionLimit=4&acquireMilliseconds=300');
    database = await openDatabase(small, counterSchema, silentOutbox);
    await database.unitOfWork.run((tx) => tx.insert(counter('a', 0)));
  });

  afterEach(async () => {
    await database.close();
    await place.release();
  });

  const stored = () => database.reads.manager.find(Counter, { order: { id: 'ASC' } });
  const connectionId = async ({ manager }: Transaction) =>
    (await manager.query<{ id: number }[]>('SELECT CONNECTION_ID() AS id'))[0]!.id;
  const kill = async (id: number) => {
    const admin = await mysql.createConnection({ uri: place.url.replace(/\?.*/, '') });
    await admin.query('KILL CONNECTION ?', [id]);
    await admin.end();
  };

  /** Takes every place for a transaction until it is let go. */
  async function fill(): Promise<() => Promise<void>> {
    let letGo = () => undefined as void;
    const released = new Promise<void>((resolve) => (letGo = resolve));
    const holders = [1, 2].map(() => database.unitOfWork.run(() => released));
    await eventually(() => expect(database.load().inUse).toBe(2));
    return async () => {
      letGo();
      await Promise.all(holders);
    };
  }

  it('leaves nothing on a connection, however often it is used', async () => {
    const runner = database.reads.manager.dataSource.createQueryRunner();
    for (let uses = 0; uses < 20; uses += 1) await stored();
    const connection = (await runner.connect()) as object;
    const inUse = Object.keys(connection).length;
    await runner.release();
    expect(Object.hasOwn(connection, 'release')).toBe(false);
    expect(inUse).toBe(Object.keys(connection).length + 1);
  });

  it('speaks of times in UTC, refuses what does not fit, and compares text byte by byte', async () => {
    const [row] = await database.reads.manager.query<Record<string, unknown>[]>(
      "SELECT @@session.time_zone AS zone, 'a' = 'A' AS same, @@session.sql_mode AS mode",
    );
    expect(row).toMatchObject({
      zone: '+00:00',
      same: 0,
      mode: expect.stringContaining('STRICT_ALL_TABLES') as unknown,
    });
    await database.unitOfWork.run(async (tx) => {
      await tx.insert(counter('A', 1));
      await expect(tx.manager.insert(Counter, { ...counter('x'.repeat(37), 1), version: 1 })).rejects.toThrow(
        'too long',
      );
    });
    expect((await stored()).map(({ id }) => id)).toEqual(['A', 'a']);
  });

  it('turns away who waits too long, lets reads pass, and takes everybody afterwards', async () => {
    const letGo = await fill();
    const late = Array.from({ length: 40 }, () => database.unitOfWork.run(() => Promise.resolve()));
    await expect(database.unitOfWork.run(() => Promise.resolve())).rejects.toThrow('Too many wait');
    expect(database.load()).toEqual({ inUse: 2, waiting: 40 });
    expect(await stored()).toHaveLength(1);
    for (const outcome of await Promise.allSettled(late)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(DatabaseUnavailable) as unknown });
    }
    await letGo();
    await Promise.all(Array.from({ length: 8 }, () => database.unitOfWork.run(() => Promise.resolve())));
    expect(database.load()).toEqual({ inUse: 0, waiting: 0 });
  });

  it('runs work again whose connection was killed, with nothing left of the first run', async () => {
    let runs = 0;
    await database.unitOfWork.run(async (tx) => {
      runs += 1;
      await tx.insert(counter(`row-${runs}`, runs));
      if (runs === 1) await kill(await connectionId(tx));
      await tx.insert(counter(`more-${runs}`, runs));
    });
    expect(runs).toBe(2);
    expect((await stored()).map(({ id }) => id)).toEqual(['a', 'more-2', 'row-2']);
  });

  it('goes on when every idle connection was killed', async () => {
    const ids = await Promise.all([1, 2].map(() => database.unitOfWork.run(connectionId)));
    for (const id of ids) await kill(id);
    await Promise.all(Array.from({ length: 6 }, () => database.unitOfWork.run((tx) => tx.find(Counter, { id: 'a' }))));
    expect(await stored()).toHaveLength(1);
    expect(database.load()).toEqual({ inUse: 0, waiting: 0 });
  });

  it('says that it is short of the database when the connection dies in the commit, and does not run it again', async () => {
    let runs = 0;
    const work = database.unitOfWork.run(async (tx) => {
      runs += 1;
      await tx.insert(counter(`row-${runs}`, runs));
      // After the work: nobody speaks over the connection any more but the commit.
      const id = await connectionId(tx);
      await kill(id);
    });
    await work.catch((error: unknown) => expect(isDatabaseShortage(error)).toBe(true));
    expect(runs).toBe(1);
  });

  it('commits nothing of a work that swallows its deadlock', async () => {
    await database.unitOfWork.run((tx) => tx.insert(counter('b', 0)));
    let firstOfBoth = 0;
    const swallowing = async (ids: [string, string], name: string) =>
      database.unitOfWork.run(async (tx) => {
        await tx.find(Counter, { id: ids[0] });
        firstOfBoth += 1;
        if (firstOfBoth <= 2) await eventually(() => expect(firstOfBoth).toBeGreaterThanOrEqual(2));
        await tx.find(Counter, { id: ids[1] }).catch(() => undefined);
        await tx.insert(counter(name, 1));
      });
    await Promise.all([swallowing(['a', 'b'], 'one'), swallowing(['b', 'a'], 'two')]);
    expect(firstOfBoth).toBe(3);
    expect((await stored()).map(({ id }) => id)).toEqual(['a', 'b', 'one', 'two']);
  });

  it('cannot be opened where nobody listens, and says so in time', async () => {
    const nobody = 'mysql://user:secret@127.0.0.1:1/nothing';
    const opening = openDatabase(nobody, counterSchema, silentOutbox);
    await expect(opening).rejects.toThrow('cannot be reached: ECONNREFUSED');
    await opening.catch((error: unknown) => expect(isDatabaseShortage(error)).toBe(true));
  });
});
