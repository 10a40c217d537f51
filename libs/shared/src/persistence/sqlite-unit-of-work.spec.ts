import { createTable } from './create-table.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { Column, Entity, Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { seededRandom } from '../testing/seeded-random.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { IdColumn, VersionColumn } from './columns.js';
import { idColumn, integerColumn, versionColumn } from './migration-columns.js';
import type { Database } from './database.js';
import { openSqliteDatabase, sqliteDataSource } from './sqlite-database.js';
import { StaleVersion, type Transaction } from './transaction.js';

@Entity('counters')
class Counter {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @Column({ type: 'integer' })
  value!: number;
}

class CreateCounters1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(
      queryRunner,
      new Table({ name: 'counters', columns: [idColumn(), versionColumn(), integerColumn('value')] }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('counters', true);
  }
}

const schema = { entities: [Counter], migrations: [CreateCounters1764000000000] };
const silentOutbox = { append: () => Promise.resolve(), announce: () => undefined };
const counter = (id: string, value: number): Counter => Object.assign(new Counter(), { id, value });
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('SqliteUnitOfWork', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let database: Database;

  beforeEach(async () => {
    folder = temporaryFolder();
    database = await openSqliteDatabase(join(folder.path, 'test.sqlite'), schema, silentOutbox);
  });

  afterEach(async () => {
    await database.close();
    folder.remove();
  });

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
    const probe = sqliteDataSource(join(folder.path, 'test.sqlite'), schema, false);
    await probe.initialize();
    expect(await probe.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await probe.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    await probe.destroy();
    await expect(database.reads.manager.insert(Counter, { ...counter('x', 1), version: 1 })).rejects.toThrow(
      'readonly',
    );
  });
});
