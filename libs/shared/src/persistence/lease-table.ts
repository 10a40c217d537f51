import { createTable } from './create-table.js';
import { Table, type QueryRunner } from 'typeorm';
import { instantColumn, textColumn } from './migration-columns.js';

export async function createLeaseTable(queryRunner: QueryRunner): Promise<void> {
  await createTable(
    queryRunner,
    new Table({
      name: 'leases',
      columns: [{ ...textColumn('name', 100), isPrimary: true }, textColumn('owner', 100), instantColumn('expires_at')],
    }),
  );
}

export async function dropLeaseTable(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.dropTable('leases', true);
}
