export { changeCheck, type CheckChange } from './changed-check.js';
export { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from './columns.js';
export { Lease } from './lease.js';
export { LeaseRow } from './lease-row.entity.js';
export {
  idColumn,
  instantColumn,
  integerColumn,
  jsonColumn,
  longTextColumn,
  referenceColumn,
  textColumn,
  versionColumn,
} from './migration-columns.js';
export { addNullableColumn, dropAddedColumn } from './nullable-column.js';
export { ReadDatabase } from './read-database.js';
export { createTable } from './create-table.js';
export { addIndex, dropAddedIndex } from './added-index.js';
export { openDatabase } from './database.js';
export type { Database, DatabaseLoad, DatabaseSchema, EntityClass, MigrationClass } from './database.js';
export { databaseAddress, type MysqlAddress, type SqliteAddress } from './database-address.js';
export { DatabaseUnavailable, isDatabaseShortage } from './database-unavailable.js';
export { migrateMysql, mysqlDataSource } from './mysql/mysql-database.js';
export { snapshotsOf, type Snapshots } from './mysql/snapshots.js';
export { openSqliteDatabase, sqliteDataSource } from './sqlite-database.js';
export { StaleVersion, Transaction } from './transaction.js';
export type { Aggregate, OutboxWriter } from './transaction.js';
export { UnitOfWork } from './unit-of-work.js';
export { createLeaseTable, dropLeaseTable } from './lease-table.js';
