import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { textColumn } from '../../persistence/migration-columns.js';

/** The same for every service. */
export class CreateInstallationTable1765000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const columns = [{ ...textColumn('kind', 10), isPrimary: true }];
    await queryRunner.createTable(new Table({ name: 'installations', columns }), true);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('installations', true);
  }
}
