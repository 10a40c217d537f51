import { Table, type QueryRunner } from 'typeorm';
import { instantColumn, textColumn } from './migration-columns.js';

export async function createLeaseTable(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.createTable(
    new Table({
      name: 'leases',
      columns: [{ ...textColumn('name', 100), isPrimary: true }, textColumn('owner', 100), instantColumn('expires_at')],
    }),
    true,
  );
}

export async function dropLeaseTable(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.dropTable('leases');
}
