import { join } from 'node:path';
import { eventually } from '@sanxian/shared/testing';
import SqliteDatabase from 'better-sqlite3';
import type { Stored } from './test-system.js';

export function storedInSqlite(folder: string): Pick<Stored, 'rows' | 'change'> {
  const use = <Result>(
    service: string,
    options: SqliteDatabase.Options,
    work: (database: SqliteDatabase.Database) => Result,
  ): Result => {
    const database = new SqliteDatabase(join(folder, `${service}.sqlite`), options);
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  return {
    rows: <Row>(service: string, sql: string, ...values: string[]) =>
      Promise.resolve(
        use(service, { readonly: true }, (database) => database.prepare<string[], Row>(sql).all(...values)),
      ),
    // Without waiting for the lock: the server that may hold it runs in this very process.
    change: (service, sql, ...values) =>
      eventually(() => void use(service, { timeout: 0 }, (database) => database.prepare(sql).run(...values))),
  };
}
