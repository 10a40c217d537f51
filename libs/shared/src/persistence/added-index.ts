import type { QueryRunner, TableIndex } from 'typeorm';

/** Adds an index to a table of an earlier migration, unless it is there. */
export async function addIndex(queryRunner: QueryRunner, table: string, index: TableIndex): Promise<void> {
  if (!(await hasIndex(queryRunner, table, index.name!))) await queryRunner.createIndex(table, index);
}

/** Takes such an index back. */
export async function dropAddedIndex(queryRunner: QueryRunner, table: string, name: string): Promise<void> {
  if (await hasIndex(queryRunner, table, name)) await queryRunner.dropIndex(table, name);
}

async function hasIndex(queryRunner: QueryRunner, table: string, name: string): Promise<boolean> {
  const known = await queryRunner.getTable(table);
  return known?.indices.some((index) => index.name === name) ?? false;
}
