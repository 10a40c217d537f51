import type { QueryRunner, TableColumnOptions } from 'typeorm';
import { columnTypeOnMysql, isMysql } from './dialect.js';

/**
 * Adds a column that may be null, in plain SQL: TypeORM would rebuild the whole table on SQLite, and put its checks into
 * one more pair of brackets each time.
 */
export async function addNullableColumn(
  queryRunner: QueryRunner,
  table: string,
  column: TableColumnOptions,
): Promise<void> {
  if (await queryRunner.hasColumn(table, column.name)) return;
  const { driver } = queryRunner.connection;
  const size = column.length ?? column.precision;
  const name = isMysql(queryRunner) ? columnTypeOnMysql(column) : column.type;
  const type = size === undefined ? name : `${name}(${size})`;
  await queryRunner.query(`ALTER TABLE ${driver.escape(table)} ADD COLUMN ${driver.escape(column.name)} ${type}`);
}

/** Takes such a column back. */
export async function dropAddedColumn(queryRunner: QueryRunner, table: string, column: string): Promise<void> {
  if (!(await queryRunner.hasColumn(table, column))) return;
  const { driver } = queryRunner.connection;
  await queryRunner.query(`ALTER TABLE ${driver.escape(table)} DROP COLUMN ${driver.escape(column)}`);
}
