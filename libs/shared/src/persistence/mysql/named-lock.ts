import { createHash } from 'node:crypto';
import type { EntityManager, QueryRunner } from 'typeorm';
import { DatabaseUnavailable } from '../database-unavailable.js';

const waitSeconds = 5;
export const releaseNames = 'DO RELEASE_ALL_LOCKS()';

/** Locks a name for the session of this transaction; nothing on SQLite. @throws DatabaseUnavailable when it takes too long */
export async function lockName(manager: EntityManager, name: string): Promise<void> {
  const { options } = manager.dataSource;
  if (options.type !== 'mysql') return;
  const lock = lockOf(String(options.database), name);
  const [answer] = await manager.query<{ got: number | null }[]>('SELECT GET_LOCK(?, ?) AS got', [lock, waitSeconds]);
  if (answer?.got !== 1) throw new DatabaseUnavailable('Somebody else does the same for too long');
}

/** The session outlives the transaction, and would keep its locks. */
export async function unlockNames(connection: QueryRunner): Promise<void> {
  await connection.query(releaseNames);
}

/** Locks belong to the whole server, and their names have 64 characters at most. */
export const lockOf = (database: string, name: string): string =>
  `sanxian-${createHash('sha256')
    .update(JSON.stringify([database, name]))
    .digest('hex')
    .slice(0, 40)}`;
