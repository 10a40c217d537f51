import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { Counter, counter, counterSchema } from './counter.fixture.js';
import type { Database } from './database.js';
import { openSqliteDatabase, sqliteDataSource } from './sqlite-database.js';

const silentOutbox = { append: () => Promise.resolve(), announce: () => undefined };

describe('SqliteUnitOfWork', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let database: Database;

  beforeEach(async () => {
    folder = temporaryFolder();
    database = await openSqliteDatabase(join(folder.path, 'test.sqlite'), counterSchema, silentOutbox);
  });

  afterEach(async () => {
    await database.close();
    folder.remove();
  });

  const stored = () => database.reads.manager.find(Counter, { order: { id: 'ASC' } });

  it('loses nothing it acknowledges after the disk was full', async () => {
    const limitPages = (pages: number) =>
      database.unitOfWork.run(async ({ manager }) => void (await manager.query(`PRAGMA max_page_count = ${pages}`)));
    await limitPages(1);
    const fill = async () => {
      for (let row = 0; ; row += 1) await database.unitOfWork.run((tx) => tx.insert(counter(`full-${row}`, row)));
    };
    await expect(fill()).rejects.toThrow('full');
    await limitPages(1_000_000);
    const rolledBack = database.unitOfWork.run(async (tx) => {
      await tx.insert(counter('rolled back', 1));
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await database.unitOfWork.run((tx) => tx.insert(counter('acknowledged', 1)));
    const ids = (await stored()).map(({ id }) => id);
    expect(ids).toContain('acknowledged');
    expect(ids).not.toContain('rolled back');
  });

  it('commits to disk in full and reads through a connection that cannot write', async () => {
    const probe = sqliteDataSource(join(folder.path, 'test.sqlite'), counterSchema, false);
    await probe.initialize();
    expect(await probe.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await probe.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    await probe.destroy();
    await expect(database.reads.manager.insert(Counter, { ...counter('x', 1), version: 1 })).rejects.toThrow(
      'readonly',
    );
  });
});
