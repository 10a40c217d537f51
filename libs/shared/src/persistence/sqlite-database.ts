import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { ReadDatabase } from './read-database.js';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.js';
import type { OutboxWriter } from './transaction.js';
import type { UnitOfWork } from './unit-of-work.js';

export type EntityClass = Function | EntitySchema;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseSchema {
  readonly entities: EntityClass[];
  readonly migrations: MigrationClass[];
}

export interface Database {
  readonly unitOfWork: UnitOfWork;
  readonly reads: ReadDatabase;
  close(): Promise<void>;
}

/** The part of a better-sqlite3 connection used here. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

/** Opens (or creates) a SQLite file and brings it to the newest migration. One process per file. */
export async function openSqliteDatabase(
  file: string,
  schema: DatabaseSchema,
  outbox: OutboxWriter,
): Promise<Database> {
  const writer = await sqliteDataSource(file, schema, false).initialize();
  const reader = sqliteDataSource(file, schema, true);
  try {
    await writer.runMigrations({ transaction: 'each' });
    await reader.initialize();
  } catch (error) {
    await writer.destroy();
    throw error;
  }
  return {
    unitOfWork: new SqliteUnitOfWork(writer, outbox),
    reads: new ReadDatabase(reader.manager),
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

/** A bare data source, for tools that look at a file from outside. */
export function sqliteDataSource(file: string, schema: DatabaseSchema, readonly: boolean): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    database: file,
    entities: schema.entities,
    migrations: schema.migrations,
    readonly,
    prepareDatabase: (connection: SqliteConnection) => {
      if (readonly) return;
      connection.pragma('journal_mode = WAL');
      // Switching to WAL drops this build of SQLite to NORMAL, which can lose acknowledged commits at power loss.
      connection.pragma('synchronous = FULL');
    },
  });
}
