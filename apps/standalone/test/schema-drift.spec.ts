import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { donationsService } from '@sanxian/donations/module';
import { gatewayService } from '@sanxian/gateway/module';
import { notificationsService } from '@sanxian/notifications/module';
import { wholeSchema } from '@sanxian/shared/http';
import { sqliteDataSource, type DatabaseSchema } from '@sanxian/shared/persistence';
import { temporaryFolder } from '@sanxian/shared/testing';
import { volunteersService } from '@sanxian/volunteers/module';
import { join } from 'node:path';
import { EntitySchema, type DataSource } from 'typeorm';

const services = [gatewayService, donationsService, volunteersService, notificationsService];

let folder: ReturnType<typeof temporaryFolder>;
let opened: DataSource[];

beforeEach(() => {
  folder = temporaryFolder();
  opened = [];
});

afterEach(async () => {
  for (const dataSource of opened) await dataSource.destroy();
  folder.remove();
});

async function open(file: string, schema: DatabaseSchema): Promise<DataSource> {
  const dataSource = await sqliteDataSource(join(folder.path, file), schema, false).initialize();
  opened.push(dataSource);
  return dataSource;
}

async function migrated(schema: DatabaseSchema): Promise<DataSource> {
  const dataSource = await open('migrated.sqlite', schema);
  await dataSource.runMigrations({ transaction: 'each' });
  return dataSource;
}

describe.each(services)('the file of $name', (service) => {
  const schema = wholeSchema(service);

  it('has after its migrations what the entities say', async () => {
    expect(await difference(await migrated(schema))).toEqual([]);
  });

  it('has the checks and indices of the entities too, word for word', async () => {
    const fromEntities = await open('entities.sqlite', schema);
    await fromEntities.synchronize();
    expect(await shapeOf(await migrated(schema))).toEqual(await shapeOf(fromEntities));
  });

  it('goes back to nothing and up again', async () => {
    const dataSource = await migrated(schema);
    const before = await shapeOf(dataSource);
    for (let left = schema.migrations.length; left > 0; left -= 1) {
      await dataSource.undoLastMigration({ transaction: 'each' });
    }
    expect(await shapeOf(dataSource)).toEqual([]);
    await dataSource.runMigrations({ transaction: 'each' });
    expect(await shapeOf(dataSource)).toEqual(before);
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
  expect((await difference(dataSource)).join('\n')).toContain('"mood" varchar(20)');
});

/** The statements TypeORM would run to make the tables what the entities say. */
async function difference(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

/** Every table and index as SQLite keeps it, with the columns and checks of a table in an order of their own. */
async function shapeOf(dataSource: DataSource): Promise<string[][]> {
  const rows = await dataSource.query<{ sql: string }[]>(
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT IN ('migrations', 'sqlite_sequence') ORDER BY name",
  );
  return rows.map(({ sql }) =>
    sql
      .trim()
      .replace(/\)$/, '')
      .split(/ \((?=")|, (?=["A-Z])/)
      .sort(),
  );
}
