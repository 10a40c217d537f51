import { createTable, instantColumn, integerColumn, textColumn } from '@sanxian/shared/persistence';
import { type MigrationInterface, type QueryRunner, Table, TableCheck } from 'typeorm';

export class KeepConsentApplications1764500000001 implements MigrationInterface {
  readonly name = 'KeepConsentApplications1764500000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    const table = new Table({
      name: 'consent_applications',
      columns: [
        { ...textColumn('person_id', 36), isPrimary: true },
        { ...textColumn('purpose', 40), isPrimary: true },
        { ...textColumn('service', 20), isPrimary: true },
        integerColumn('identity_version'),
        textColumn('state', 10),
        instantColumn('applied_at'),
      ],
      checks: [new TableCheck({ name: 'consent_applications_state', expression: "state IN ('granted', 'withdrawn')" })],
    });
    await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('consent_applications', true);
  }
}
