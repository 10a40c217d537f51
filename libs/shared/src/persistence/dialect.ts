import type { QueryRunner } from 'typeorm';

export const isMysql = (queryRunner: QueryRunner): boolean => queryRunner.connection.options.type === 'mysql';

interface ColumnShape {
  readonly type: unknown;
  readonly isGenerated?: boolean;
}

/**
 * What the type of a column is called on MySQL, where `text` ends at 64 kB, and a table that rows run through for years
 * would use up an `int` for its counted ids.
 */
export function columnTypeOnMysql({ type, isGenerated }: ColumnShape): string {
  if (type === 'text') return 'longtext';
  return isGenerated ? 'bigint' : String(type);
}

/** Whether a MySQL table has a check of this name. */
export async function hasCheck(queryRunner: QueryRunner, table: string, name: string): Promise<boolean> {
  const rows = (await queryRunner.query(
    `SELECT constraint_name FROM information_schema.table_constraints
     WHERE constraint_schema = DATABASE() AND table_name = ? AND constraint_name = ? AND constraint_type = 'CHECK'`,
    [table, name],
  )) as unknown[];
  return rows.length > 0;
}
