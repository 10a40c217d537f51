import type { DataSource, QueryRunner } from 'typeorm';
import { ReadDatabase } from '../read-database.js';

const longestWaitSeconds = 10;

export interface Snapshots {
  /** In the order of the data sources; each sees its database as it was at that moment. */
  readonly reads: readonly ReadDatabase[];
  /** How long nobody could write. */
  readonly standstillMilliseconds: number;
  close(): Promise<void>;
}

/**
 * MySQL databases as they all were at one moment: what one service has told another lies in both or in neither. Nobody writes while
 * the snapshots begin; who was writing is waited for.
 * @throws the error of MySQL when somebody writes for longer than ten seconds
 */
export async function snapshotsOf(dataSources: readonly DataSource[]): Promise<Snapshots> {
  const lockers = dataSources.map((dataSource) => dataSource.createQueryRunner());
  const readers = dataSources.map((dataSource) => dataSource.createQueryRunner());
  const close = () => releaseAll(readers, 'ROLLBACK');
  const started = performance.now();
  try {
    for (const locker of lockers) await lockAllTables(locker);
    for (const reader of readers) {
      await reader.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await reader.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    }
  } catch (error) {
    await close();
    throw error;
  } finally {
    await releaseAll(lockers, 'UNLOCK TABLES');
  }
  const standstillMilliseconds = performance.now() - started;
  return { reads: readers.map(({ manager }) => new ReadDatabase(manager)), standstillMilliseconds, close };
}

async function lockAllTables(locker: QueryRunner): Promise<void> {
  const tables = locker.dataSource.entityMetadatas.map(({ tableName }) => `\`${tableName}\` READ`);
  await locker.query(`SET SESSION lock_wait_timeout = ${longestWaitSeconds}`);
  await locker.query(`LOCK TABLES ${tables.join(', ')}`);
}

async function releaseAll(connections: readonly QueryRunner[], ending: 'ROLLBACK' | 'UNLOCK TABLES'): Promise<void> {
  for (const connection of connections) {
    await connection.query(ending);
    await connection.release();
  }
}
