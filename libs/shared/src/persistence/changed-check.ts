import type { QueryRunner } from 'typeorm';
import { hasCheck, isMysql } from './dialect.js';

/** A check that says something else from now on, both sides as they stand between its brackets. */
export interface CheckChange {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Lets a check of a table say something else. For tables that no foreign key points to.
 * @throws Error when the table has no such check, or holds a row that the new one does not allow; nothing is changed then
 */
export async function changeCheck(queryRunner: QueryRunner, table: string, change: CheckChange): Promise<void> {
  if (isMysql(queryRunner)) await changeOnMysql(queryRunner, table, change);
  else await rebuildOnSqlite(queryRunner, table, change);
}

/** One statement, and so all or nothing: TypeORM takes no notice of checks on MySQL. */
async function changeOnMysql(queryRunner: QueryRunner, table: string, { name, to }: CheckChange): Promise<void> {
  if (!(await hasCheck(queryRunner, table, name))) throw new Error(`${table} has no check ${name}`);
  await queryRunner.query(
    `ALTER TABLE \`${table}\` DROP CONSTRAINT \`${name}\`, ADD CONSTRAINT \`${name}\` CHECK (${to})`,
  );
}

/**
 * Builds the table anew from its own statement: SQLite cannot alter a check, and TypeORM's rebuild would put all others
 * into one more pair of brackets.
 */
async function rebuildOnSqlite(queryRunner: QueryRunner, table: string, change: CheckChange): Promise<void> {
  const check = (expression: string) => `CONSTRAINT "${change.name}" CHECK (${expression})`;
  const [statement, ...indices] = await statementsOf(queryRunner, table);
  if (!statement?.includes(check(change.from))) throw new Error(`${table} has no check ${check(change.from)}`);
  const interim = `${table}_rebuilt`;
  const rebuilt = statement.replace(`"${table}"`, `"${interim}"`).replace(check(change.from), check(change.to));
  await queryRunner.query(rebuilt);
  await queryRunner.query(`INSERT INTO "${interim}" SELECT * FROM "${table}"`);
  await queryRunner.query(`DROP TABLE "${table}"`);
  await queryRunner.query(`ALTER TABLE "${interim}" RENAME TO "${table}"`);
  for (const index of indices) await queryRunner.query(index);
}

/** The table's own statement first, then those of its indices; what SQLite makes by itself has none. */
async function statementsOf(queryRunner: QueryRunner, table: string): Promise<string[]> {
  const rows = (await queryRunner.query(
    "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type = 'table' DESC",
    [table],
  )) as { sql: string }[];
  return rows.map(({ sql }) => sql);
}
