import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { donationsService } from '@sanxian/donations/module';
import { gatewayService } from '@sanxian/gateway/module';
import { notificationsService } from '@sanxian/notifications/module';
import { wholeSchema } from '@sanxian/shared/http';
import {
  databaseAddress,
  migrateMysql,
  mysqlDataSource,
  openDatabase,
  type DatabaseSchema,
  type MysqlAddress,
} from '@sanxian/shared/persistence';
import { bareMysqlDatabase, type TestDatabase } from '@sanxian/shared/testing';
import { volunteersService } from '@sanxian/volunteers/module';
import { EntitySchema, MigrationExecutor, type DataSource } from 'typeorm';

const services = [gatewayService, donationsService, volunteersService, notificationsService];
const silentOutbox = { append: () => Promise.resolve(), announce: () => undefined };

let databases: TestDatabase[];
let opened: DataSource[];

beforeEach(() => {
  databases = [];
  opened = [];
});

afterEach(async () => {
  for (const dataSource of opened) await dataSource.destroy();
  for (const database of databases) await database.release();
});

async function newDatabase(): Promise<string> {
  const database = await bareMysqlDatabase();
  databases.push(database);
  return database.url;
}

async function open(schema: DatabaseSchema): Promise<DataSource> {
  const dataSource = await mysqlDataSource(databaseAddress(await newDatabase()) as MysqlAddress, schema);
  opened.push(dataSource);
  return dataSource;
}

async function migrated(schema: DatabaseSchema): Promise<DataSource> {
  const dataSource = await open(schema);
  await migrateMysql(dataSource);
  return dataSource;
}

describe.each(services)('the MySQL database of $name', (service) => {
  const schema = wholeSchema(service);

  it('has after its migrations what the entities say, checks included', async () => {
    const dataSource = await migrated(schema);
    expect(await difference(dataSource)).toEqual([]);
    const fromEntities = await open(schema);
    await fromEntities.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    await fromEntities.synchronize();
    await addChecks(fromEntities);
    expect(await shapeOf(dataSource)).toEqual(await shapeOf(fromEntities));
  });

  it('goes back to nothing and up again', async () => {
    const dataSource = await migrated(schema);
    const before = await shapeOf(dataSource);
    for (let left = schema.migrations.length; left > 0; left -= 1) await undoLast(dataSource);
    expect(await shapeOf(dataSource)).toEqual([]);
    await migrateMysql(dataSource);
    expect(await shapeOf(dataSource)).toEqual(before);
  });

  it('comes to the same when it is cut off after every single statement', async () => {
    const whole = await migrated(schema);
    const dataSource = await open(schema);
    let cuts = 0;
    cutOffOnceAfterEachStatement(dataSource, () => (cuts += 1));
    for (let before = -1; before !== cuts;) {
      before = cuts;
      await migrateMysql(dataSource).catch(expectCutOff);
    }
    expect(cuts).toBeGreaterThan(schema.migrations.length);
    expect(await shapeOf(dataSource)).toEqual(await shapeOf(whole));
  });

  it('is migrated once by many who start together', async () => {
    const url = await newDatabase();
    const all = await Promise.all(Array.from({ length: 4 }, () => openDatabase(url, schema, silentOutbox)));
    const rows = await all[0]!.reads.manager.query<unknown[]>('SELECT name FROM migrations');
    for (const database of all) await database.close();
    expect(rows).toHaveLength(schema.migrations.length);
  });
});

it('would find a column that no migration makes', async () => {
  const forgotten = new EntitySchema<{ personId: string; mood: string }>({
    name: 'Forgotten',
    tableName: 'known_persons',
    columns: {
      personId: { type: 'varchar', length: 36, name: 'person_id', primary: true },
      mood: { type: 'varchar', length: 20 },
    },
  });
  const dataSource = await migrated({ ...wholeSchema(donationsService), entities: [forgotten] });
  expect((await difference(dataSource)).join('\n')).toContain('`mood` varchar(20)');
});

/** The statements TypeORM would run to make the tables what the entities say. */
async function difference(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

/** TypeORM leaves them out on MySQL. */
async function addChecks(dataSource: DataSource): Promise<void> {
  for (const { tableName, checks } of dataSource.entityMetadatas) {
    for (const { name, expression } of checks) {
      await dataSource.query(`ALTER TABLE ${tableName} ADD CONSTRAINT ${name} CHECK (${expression})`);
    }
  }
}

async function undoLast(dataSource: DataSource): Promise<void> {
  const executor = new MigrationExecutor(dataSource);
  executor.transaction = 'each';
  await executor.undoLastMigration();
}

/** Every table as the server tells it, the lines of its columns, keys and checks in an order of their own. */
async function shapeOf(dataSource: DataSource): Promise<string[][]> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_name <> 'migrations' ORDER BY table_name`,
  );
  const shapes: string[][] = [];
  for (const { name } of tables) {
    const [row] = await dataSource.query<Record<string, string>[]>(`SHOW CREATE TABLE ${name}`);
    const lines = row!['Create Table']!.split('\n').map((line) => line.trim().replace(/,$/, ''));
    shapes.push(lines.toSorted());
  }
  return shapes;
}

class CutOff extends Error {}

/** As a crash: what a statement did stays, and nothing after it happens. */
function cutOffOnceAfterEachStatement(dataSource: DataSource, onCut: () => void): void {
  const seen = new Set<string>();
  const create = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (...mode) => {
    const queryRunner = create(...mode);
    const query = queryRunner.query.bind(queryRunner) as (...call: unknown[]) => Promise<unknown>;
    queryRunner.query = (async (...call: unknown[]) => {
      const answer = await query(...call);
      const statement = String(call[0]);
      if (/^(CREATE|ALTER|DROP) /.test(statement) && !seen.has(statement)) {
        seen.add(statement);
        onCut();
        throw new CutOff();
      }
      return answer;
    }) as typeof queryRunner.query;
    return queryRunner;
  };
}

function expectCutOff(error: unknown): void {
  expect(error).toBeInstanceOf(CutOff);
}
