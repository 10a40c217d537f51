import type { QueryRunner, Table } from 'typeorm';
import { columnTypeOnMysql, hasCheck, isMysql } from './dialect.js';

/**
 * Creates a table with its indices and checks, unless it is there. On MySQL a migration that was cut off can be run again:
 * what exists already stays.
 */
export async function createTable(queryRunner: QueryRunner, table: Table): Promise<void> {
  if (isMysql(queryRunner)) await createOnMysql(queryRunner, table);
  else await queryRunner.createTable(table, true);
}

async function createOnMysql(queryRunner: QueryRunner, table: Table): Promise<void> {
  for (const column of table.columns) column.type = columnTypeOnMysql(column);
  await queryRunner.createTable(table, true);
  // TypeORM leaves checks out on MySQL without a word.
  for (const { name, expression } of table.checks) {
    if (await hasCheck(queryRunner, table.name, name!)) continue;
    await queryRunner.query(`ALTER TABLE \`${table.name}\` ADD CONSTRAINT \`${name}\` CHECK (${expression})`);
  }
}
