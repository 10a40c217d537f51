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
export { openSqliteDatabase, sqliteDataSource } from './sqlite-database.js';
export type { Database, DatabaseSchema, EntityClass, MigrationClass } from './sqlite-database.js';
export { StaleVersion, Transaction } from './transaction.js';
export type { Aggregate, OutboxWriter } from './transaction.js';
export { UnitOfWork } from './unit-of-work.js';
export { createLeaseTable, dropLeaseTable } from './lease-table.js';
