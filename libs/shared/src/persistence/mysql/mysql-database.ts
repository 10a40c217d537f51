import { DataSource, MigrationExecutor } from 'typeorm';
import type { Database, DatabaseSchema } from '../database.js';
import type { MysqlAddress } from '../database-address.js';
import { columnTypeOnMysql } from '../dialect.js';
import { ReadDatabase } from '../read-database.js';
import type { OutboxWriter } from '../transaction.js';
import { boundedMysql } from './bounded-pool.js';
import { MysqlUnitOfWork } from './mysql-unit-of-work.js';
import { lockOf, releaseNames } from './named-lock.js';
import { Places } from './places.js';

/** Fifty people who press at the same moment should all be served by one process; patience bounds the wait as well. */
const queuePerPlace = 20;
const connectMilliseconds = 5_000;
const migrationLockSeconds = 120;

/** Opens a MySQL database and brings it to the newest migration; several processes may do so at once. */
export async function openMysqlDatabase(
  address: MysqlAddress,
  schema: DatabaseSchema,
  outbox: OutboxWriter,
): Promise<Database> {
  const connections = placesOf(address, address.connectionLimit);
  // A transaction may wait for a read beside it: if transactions could take every connection, all might wait for ever.
  const transactions = placesOf(address, Math.max(1, address.connectionLimit - 2));
  const dataSource = await mysqlDataSource(address, schema, connections);
  try {
    await migrateMysql(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return {
    unitOfWork: new MysqlUnitOfWork(dataSource, outbox, transactions),
    reads: new ReadDatabase(dataSource.manager),
    load: () => ({ inUse: connections.inUse, waiting: connections.waiting + transactions.waiting }),
    close: () => dataSource.destroy(),
  };
}

/** An open data source without migrations, for tools that look at a database from outside. */
export async function mysqlDataSource(
  address: MysqlAddress,
  schema: DatabaseSchema,
  places = placesOf(address, address.connectionLimit),
): Promise<DataSource> {
  const dataSource = await new DataSource({
    type: 'mysql',
    driver: boundedMysql(places),
    host: address.host,
    port: address.port,
    username: address.user,
    password: address.password,
    database: address.database,
    entities: schema.entities,
    migrations: schema.migrations,
    poolSize: address.connectionLimit,
    connectTimeout: connectMilliseconds,
    timezone: 'Z',
    charset: 'utf8mb4_bin',
    supportBigNumbers: true,
    bigNumberStrings: false,
  }).initialize();
  speakMysql(dataSource);
  return dataSource;
}

/**
 * Runs what is missing of the migrations, behind a lock of the server: of several processes that start together one works
 * and the others wait. The lock goes away with its connection.
 */
export async function migrateMysql(dataSource: DataSource): Promise<void> {
  const connection = dataSource.createQueryRunner();
  const lock = lockOf(String(dataSource.options.database), 'migration');
  try {
    const [answer] = (await connection.query('SELECT GET_LOCK(?, ?) AS got', [lock, migrationLockSeconds])) as {
      got: number | null;
    }[];
    if (answer?.got !== 1) throw new Error('Another process has been migrating this database for too long');
    // Text compares as on SQLite, byte by byte: ids, hashes and cursors need that, and nothing needs another order.
    await connection.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    const executor = new MigrationExecutor(dataSource, connection);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
  } finally {
    // It belongs to the session, which goes back to the pool.
    await connection.query(releaseNames);
    await connection.release();
  }
}

const placesOf = ({ acquireMilliseconds }: MysqlAddress, places: number): Places =>
  new Places({ places, queue: places * queuePerPlace, patienceMilliseconds: acquireMilliseconds });

/** Entities say what columns are on SQLite; on MySQL some types have another name, here and in `createTable` the same. */
function speakMysql(dataSource: DataSource): void {
  for (const column of dataSource.entityMetadatas.flatMap(({ columns }) => columns)) {
    column.type = columnTypeOnMysql(column) as typeof column.type;
    // TypeORM tells every bigint as text; a table that counts its rows beyond 2^53 is not to be expected.
    if (column.type === 'bigint') column.transformer = { from: Number, to: (id: unknown) => id };
  }
}
