import { driverErrorOf } from './database-unavailable.js';

const onMysql = 1062;
const onSqlite = ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE'];

/** A row of that key is there already. Only the statement has failed, the transaction goes on. */
export function isDuplicateKey(error: unknown): boolean {
  const { code, errno } = driverErrorOf(error);
  return errno === onMysql || onSqlite.includes(String(code));
}
