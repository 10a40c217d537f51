import { createTable } from '../../persistence/create-table.js';
import { type QueryRunner, Table, TableIndex } from 'typeorm';
import { instantColumn, longTextColumn, textColumn } from '../../persistence/migration-columns.js';

/** Part of the first migration of every service. */
export async function createIdempotencyTable(queryRunner: QueryRunner): Promise<void> {
  await createTable(
    queryRunner,
    new Table({
      name: 'idempotency_records',
      columns: [
        { ...textColumn('scope_hash', 64), isPrimary: true },
        textColumn('body_hash', 64),
        longTextColumn('answer', { nullable: true }),
        instantColumn('created_at'),
      ],
      indices: [new TableIndex({ name: 'idempotency_records_age', columnNames: ['created_at'] })],
    }),
  );
}

export async function dropIdempotencyTable(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.dropTable('idempotency_records', true);
}
