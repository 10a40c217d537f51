import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { newId } from '../config/new-id.js';
import { databaseAddress, type MysqlAddress } from '../persistence/database-address.js';
import { mysqlDataSource } from '../persistence/mysql/mysql-database.js';
import { sqliteDataSource } from '../persistence/sqlite-database.js';
import { openDatabase, type Database, type DatabaseSchema } from '../persistence/database.js';
import type { OutboxWriter } from '../persistence/transaction.js';
import { temporaryFolder } from './temporary-folder.js';

/** A database of one test's own: empty, or what an earlier test left in the folder. */
export interface TestDatabase {
  readonly url: string;
  /** For when nobody has it open any more. */
  release(): Promise<void>;
}

/**
 * A SQLite file in the folder; on the MySQL server of `TEST_MYSQL_URL`, when it is set, a database beside it. Creating
 * tables is slow there, so one database per schema and worker is made and emptied for the next test.
 * @param kept for a folder that outlives this database: whoever asks with it again finds the rows again
 */
export async function testDatabase(
  name: string,
  schema: DatabaseSchema,
  folder: string,
  kept = false,
): Promise<TestDatabase> {
  const server = process.env['TEST_MYSQL_URL'];
  if (!server) return { url: `sqlite:${join(folder, `${name}.sqlite`)}`, release: () => Promise.resolve() };
  if (kept) return { url: await keptDatabase(folder), release: () => Promise.resolve() };
  return emptyDatabase(server, schema);
}

export interface OpenTestDatabase extends Database {
  readonly url: string;
}

/** A bare database of a schema for tests of a mechanism; `close` also removes it. */
export async function openTestDatabase(
  schema: DatabaseSchema,
  outbox: OutboxWriter = { append: () => Promise.resolve(), announce: () => undefined },
): Promise<OpenTestDatabase> {
  const folder = temporaryFolder();
  const place = await testDatabase('test', schema, folder.path);
  const database = await openDatabase(place.url, schema, outbox);
  return {
    unitOfWork: database.unitOfWork,
    reads: database.reads,
    load: () => database.load(),
    url: place.url,
    close: async () => {
      await database.close();
      await place.release();
      folder.remove();
    },
  };
}

/** Lets 200 requests at once stand in line for one row, as tests of races do, on a busy machine. */
const limits = 'connectionLimit=50&acquireMilliseconds=20000';

/** A data source on a database without a table, SQLite or MySQL as the tests run; for tests of migrations. */
export async function bareTestDataSource(
  schema: DatabaseSchema,
): Promise<{ dataSource: DataSource; close(): Promise<void> }> {
  const folder = temporaryFolder();
  const place = process.env['TEST_MYSQL_URL'] ? await bareMysqlDatabase() : undefined;
  const dataSource = place
    ? await mysqlDataSource(databaseAddress(place.url) as MysqlAddress, schema)
    : await sqliteDataSource(join(folder.path, 'test.sqlite'), schema, false).initialize();
  return {
    dataSource,
    close: async () => {
      await dataSource.destroy();
      await place?.release();
      folder.remove();
    },
  };
}

/** A MySQL database without a table, for tests of what only MySQL has: they are called `*.mysql.spec.ts`. */
export async function bareMysqlDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_MYSQL_URL'] ?? '';
  const database = `${prefix()}${newId().replaceAll('-', '')}`;
  const administer = async (statement: string) => {
    const connection = await mysql.createConnection({ uri: server });
    await connection.query(statement);
    await connection.end();
  };
  await administer(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return { url: urlOf(server, database), release: () => administer(`DROP DATABASE ${database}`) };
}

/** What all databases of one run of the tests are called, so that its end can drop them: see tools/jest. */
const prefix = (): string => process.env['TEST_MYSQL_PREFIX'] ?? `sanxian_test_${process.pid}_`;

const urlOf = (server: string, database: string): string =>
  Object.assign(new URL(server), { pathname: database, search: limits }).href;

async function keptDatabase(folder: string): Promise<string> {
  const note = join(folder, 'mysql-url');
  if (existsSync(note)) return readFileSync(note, 'utf8');
  const { url } = await bareMysqlDatabase();
  writeFileSync(note, url);
  return url;
}

/** The first database of this schema that nobody uses, for as long as our connection holds its lock. */
async function emptyDatabase(server: string, schema: DatabaseSchema): Promise<TestDatabase> {
  const connection = await mysql.createConnection({ uri: server, multipleStatements: true });
  for (let number = 0; ; number += 1) {
    const database = `${prefix()}${shortHash(schema)}_${number}`;
    const [[answer]] = await connection.query<mysql.RowDataPacket[]>('SELECT GET_LOCK(?, 0) AS got', [database]);
    if (answer?.['got'] !== 1) continue;
    await connection.query(`CREATE DATABASE IF NOT EXISTS ${database}; USE ${database}`);
    await empty(connection);
    return { url: urlOf(server, database), release: () => connection.end() };
  }
}

/** Schemas are told apart by the text of their migrations. */
const shortHash = ({ migrations }: DatabaseSchema): string =>
  createHash('sha256').update(migrations.map(String).join('\n')).digest('hex').slice(0, 12);

/** Also of triggers, with which tests see to it that some rows never change. */
async function empty(connection: mysql.Connection): Promise<void> {
  const [triggers] = await connection.query<mysql.RowDataPacket[]>(
    'SELECT trigger_name AS name FROM information_schema.triggers WHERE trigger_schema = DATABASE()',
  );
  for (const { name } of triggers) await connection.query(`DROP TRIGGER \`${name}\``);
  const [tables] = await connection.query<mysql.RowDataPacket[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_name <> 'migrations'`,
  );
  if (tables.length > 0) await connection.query(tables.map(({ name }) => `DELETE FROM \`${name}\``).join('; '));
}

/** All that lies in a database of the tests, as text in bytes; nothing for SQLite, whose files lie in the folder. */
export async function rowsOf(url: string): Promise<Buffer> {
  if (url.startsWith('sqlite:')) return Buffer.alloc(0);
  const connection = await mysql.createConnection({ uri: url.replace(/\?.*/, '') });
  const [tables] = await connection.query<mysql.RowDataPacket[]>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  const contents: Buffer[] = [];
  for (const { name } of tables) {
    const [rows] = await connection.query<mysql.RowDataPacket[]>(`SELECT * FROM \`${name}\``);
    const values = rows.flatMap((row) => Object.values(row) as unknown[]);
    const texts = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
    contents.push(Buffer.from([name, ...texts].join('\n')));
  }
  await connection.end();
  return Buffer.concat(contents);
}
