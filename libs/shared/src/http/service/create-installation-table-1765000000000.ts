import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTable } from '../../persistence/create-table.js';
import { textColumn } from '../../persistence/migration-columns.js';

/** The same for every service. */
export class CreateInstallationTable1765000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const columns = [{ ...textColumn('kind', 10), isPrimary: true }];
    await createTable(queryRunner, new Table({ name: 'installations', columns }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('installations', true);
  }
}
