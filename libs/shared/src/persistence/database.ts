import type { EntitySchema, MigrationInterface } from 'typeorm';
import { databaseAddress } from './database-address.js';
import { openMysqlDatabase } from './mysql/mysql-database.js';
import type { ReadDatabase } from './read-database.js';
import { openSqliteDatabase } from './sqlite-database.js';
import type { OutboxWriter } from './transaction.js';
import type { UnitOfWork } from './unit-of-work.js';

export type EntityClass = Function | EntitySchema;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseSchema {
  readonly entities: EntityClass[];
  readonly migrations: MigrationClass[];
}

/** How busy a database is at the moment. */
export interface DatabaseLoad {
  /** Connections at work: of the pool on MySQL, the one writer (0 or 1) on SQLite. */
  readonly inUse: number;
  /** Callers who wait for one. */
  readonly waiting: number;
}

export interface Database {
  readonly unitOfWork: UnitOfWork;
  readonly reads: ReadDatabase;
  load(): DatabaseLoad;
  close(): Promise<void>;
}

/**
 * Opens a database and brings it to the newest migration.
 * @param url `sqlite:<path of the file>`, made when missing, for one process at a time; or
 *   `mysql://user:password@host:port/database`, with `?connectionLimit=N` for another pool
 *   than one of 10, and `acquireMilliseconds=N` to wait longer for one of it than 2 s
 * @throws Error when the url is neither, without quoting it: it may hold a password
 */
export function openDatabase(url: string, schema: DatabaseSchema, outbox: OutboxWriter): Promise<Database> {
  const address = databaseAddress(url);
  return address.kind === 'sqlite'
    ? openSqliteDatabase(address.file, schema, outbox)
    : openMysqlDatabase(address, schema, outbox);
}
