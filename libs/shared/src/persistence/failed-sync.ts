import { driverErrorOf } from './database-unavailable.js';

/** EX_IOERR: whoever restarts services may do so, and SQLite then reads what the disk really has. */
const exitCode = 74;

/**
 * After a sync that failed nobody knows what of the file is on the disk: the kernel may call the next sync good over pages
 * that it has dropped. So the process ends, and what waited for this commit is never acknowledged.
 */
export function endOnFailedSync(error: unknown): void {
  const { code } = driverErrorOf(error);
  if (typeof code !== 'string' || !/^SQLITE_IOERR(_(DIR_)?FSYNC)?$/.test(code)) return;
  process.stderr.write(`The disk did not keep what was written (${code}): nothing is acknowledged any more.\n`);
  process.exit(exitCode);
}
