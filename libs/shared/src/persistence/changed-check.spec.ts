import { createTable } from './create-table.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource, type MigrationInterface, type QueryRunner, Table, TableCheck, TableIndex } from 'typeorm';
import { bareTestDataSource } from '../testing/test-database.js';
import { changeCheck } from './changed-check.js';
import { idColumn, textColumn } from './migration-columns.js';

const table = (channels: string) =>
  new Table({
    name: 'letters',
    columns: [idColumn(), textColumn('channel', 10), textColumn('state', 10)],
    checks: [
      new TableCheck({ name: 'letters_channel', expression: `channel IN (${channels})` }),
      new TableCheck({ name: 'letters_state', expression: "state IN ('new')" }),
    ],
    indices: [new TableIndex({ name: 'letters_by_channel', columnNames: ['channel'] })],
  });

const change = { name: 'letters_channel', from: "channel IN ('online')", to: "channel IN ('online', 'paper')" };

class Letters1764500000001 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    return createTable(queryRunner, table("'online'"));
  }
  down(queryRunner: QueryRunner): Promise<void> {
    return queryRunner.dropTable('letters', true);
  }
}

class Letters1764500000002 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    return changeCheck(queryRunner, 'letters', change);
  }
  down(queryRunner: QueryRunner): Promise<void> {
    return changeCheck(queryRunner, 'letters', { ...change, from: change.to, to: change.from });
  }
}

describe('changeCheck', () => {
  let bare: Awaited<ReturnType<typeof bareTestDataSource>>;
  let dataSource: DataSource;
  const write = (id: string, channel: string) =>
    dataSource.query('INSERT INTO letters (id, channel, state) VALUES (?, ?, ?)', [id, channel, 'new']);
  const shape = () =>
    dataSource.query<object[]>(
      dataSource.options.type === 'mysql'
        ? 'SHOW CREATE TABLE letters'
        : 'SELECT sql FROM sqlite_master WHERE sql IS NOT NULL',
    );

  beforeEach(async () => {
    const schema = { entities: [], migrations: [Letters1764500000001, Letters1764500000002] };
    bare = await bareTestDataSource(schema);
    dataSource = bare.dataSource;
    await dataSource.runMigrations({ transaction: 'each' });
  });

  afterEach(() => bare.close());

  it('allows what was refused, and still refuses the rest', async () => {
    await write('1', 'paper');
    await expect(write('2', 'fax')).rejects.toThrow('letters_channel');
    await expect(
      dataSource.query("INSERT INTO letters (id, channel, state) VALUES ('3', 'online', 'old')"),
    ).rejects.toThrow('letters_state');
  });

  it('keeps rows and indices, and goes back to the letter', async () => {
    const widened = await shape();
    await write('1', 'online');
    await dataSource.undoLastMigration({ transaction: 'each' });
    await expect(write('2', 'paper')).rejects.toThrow('letters_channel');
    await dataSource.runMigrations({ transaction: 'each' });
    expect(await dataSource.query('SELECT * FROM letters')).toEqual([{ id: '1', channel: 'online', state: 'new' }]);
    expect(await shape()).toEqual(widened);
    expect(JSON.stringify(widened)).toContain('letters_by_channel');
  });

  it('loses no row that the old check would not allow: going back is refused', async () => {
    await write('1', 'paper');
    await expect(dataSource.undoLastMigration({ transaction: 'each' })).rejects.toThrow('letters_channel');
    expect(await dataSource.query('SELECT id FROM letters')).toEqual([{ id: '1' }]);
  });

  it('says so when there is no such check', async () => {
    const queryRunner = dataSource.createQueryRunner();
    const unknown = { ...change, name: 'letters_colour' };
    await expect(changeCheck(queryRunner, 'letters', unknown)).rejects.toThrow('letters has no check');
  });
});
