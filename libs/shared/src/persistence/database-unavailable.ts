import { QueryFailedError } from 'typeorm';

/** The database has no connection to give at the moment: too many ask for one, or it cannot be reached. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** Of SQLite: locked, disk full, read-only, broken disk. */
const shortOnSqlite = /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN)/;
const shortOnMysql: ReadonlySet<number> = new Set([
  1021, // disk full
  1040, // too many connections
  1053, // shutting down
  1114, // table full
  1203, // too many connections of this user
  1205, // waited too long for a lock
  1213, // deadlock
  1290, // read-only
  1792, // read-only transaction
  1836, // read-only
  1927, // connection killed, as MariaDB says it
]);

/** The database cannot take or give rows at the moment, and may again soon; all else that it says is a bug of ours. */
export function isDatabaseShortage(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  const { code, errno } = driverErrorOf(error);
  if (isConnectionLoss(error)) return true;
  if (typeof errno === 'number' && shortOnMysql.has(errno)) return true;
  return typeof code === 'string' && shortOnSqlite.test(code);
}

/** A statement on MySQL failed because its connection did; a connection that cannot be made is `DatabaseUnavailable`. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, fatal } = driverErrorOf(error);
  return fatal === true || code === 'EPIPE';
}

/** What the driver threw, without what TypeORM puts around it. */
export function driverErrorOf(error: unknown): { code?: unknown; errno?: unknown; fatal?: unknown } {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return typeof cause === 'object' && cause !== null ? cause : {};
}
