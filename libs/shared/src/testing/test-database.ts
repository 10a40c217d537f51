import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { newId } from '../config/new-id.js';
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
  if (kept) return { url: urlOf(server, await keptDatabase(server, folder)), release: () => Promise.resolve() };
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

/** What all databases of one run of the tests are called, so that its end can drop them: see tools/jest. */
const prefix = (): string => process.env['TEST_MYSQL_PREFIX'] ?? `sanxian_test_${process.pid}_`;

const urlOf = (server: string, database: string): string => Object.assign(new URL(server), { pathname: database }).href;

async function keptDatabase(server: string, folder: string): Promise<string> {
  const note = join(folder, 'mysql-database');
  if (existsSync(note)) return readFileSync(note, 'utf8');
  const database = `${prefix()}${newId().replaceAll('-', '')}`;
  const connection = await mysql.createConnection({ uri: server });
  await connection.query(`CREATE DATABASE ${database}`);
  await connection.end();
  writeFileSync(note, database);
  return database;
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

async function empty(connection: mysql.Connection): Promise<void> {
  const [tables] = await connection.query<mysql.RowDataPacket[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_name <> 'migrations'`,
  );
  if (tables.length > 0) await connection.query(tables.map(({ name }) => `DELETE FROM \`${name}\``).join('; '));
}
