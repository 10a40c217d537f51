import { createTable, idColumn, instantColumn, textColumn, versionColumn } from '@sanxian/shared/persistence';
import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

/** Made anew for each database: TypeORM writes into it. */
const bloodDonors = (): Table =>
  new Table({
    name: 'blood_donors',
    columns: [
      idColumn('person_id'),
      textColumn('whole_blood_invited_for', 10, { nullable: true }),
      textColumn('platelets_invited_for', 10, { nullable: true }),
      instantColumn('next_look_at', { nullable: true }),
      versionColumn(),
    ],
    indices: [new TableIndex({ name: 'blood_donors_by_next_look', columnNames: ['next_look_at'] })],
  });

export class InviteDonors1764300001000 implements MigrationInterface {
  readonly name = 'InviteDonors1764300001000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, bloodDonors());
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(bloodDonors(), true);
  }
}
