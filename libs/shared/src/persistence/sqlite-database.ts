import { DataSource } from 'typeorm';
import type { Database, DatabaseSchema } from './database.js';
import { ReadDatabase } from './read-database.js';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.js';
import type { OutboxWriter } from './transaction.js';

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
  const unitOfWork = new SqliteUnitOfWork(writer, outbox);
  return {
    unitOfWork,
    reads: new ReadDatabase(reader.manager),
    load: () => unitOfWork.load(),
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
    // First in, first out: texts that occur once, such as those with a list of ids, must not push out what is always needed.
    statementCacheSize: 1_000,
    prepareDatabase: (connection: SqliteConnection) => {
      if (readonly) return;
      connection.pragma('journal_mode = WAL');
      // Switching to WAL drops this build of SQLite to NORMAL, which can lose acknowledged commits at power loss.
      connection.pragma('synchronous = FULL');
    },
  });
}
