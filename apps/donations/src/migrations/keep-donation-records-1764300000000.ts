import {
  createTable,
  idColumn,
  instantColumn,
  integerColumn,
  referenceColumn,
  textColumn,
  versionColumn,
} from '@sanxian/shared/persistence';
import { type MigrationInterface, type QueryRunner, Table, TableCheck, TableIndex } from 'typeorm';

/** Made anew for each database: TypeORM writes into it. */
const donationRecords = (): Table =>
  new Table({
    name: 'donation_records',
    columns: [
      idColumn(),
      referenceColumn('person_id'),
      textColumn('product', 20),
      integerColumn('volume_ml', { nullable: true }),
      integerColumn('units', { nullable: true }),
      textColumn('donated_on', 10),
      textColumn('source', 30),
      textColumn('open_key', 60, { nullable: true }),
      instantColumn('recorded_at'),
      instantColumn('removed_at', { nullable: true }),
      versionColumn(),
    ],
    checks: [
      new TableCheck({
        name: 'donation_records_product',
        expression: `product IN ('whole-blood', 'platelets', 'plasma')`,
      }),
      new TableCheck({
        name: 'donation_records_source',
        expression: `source IN ('self-reported', 'entered-by-coordinator')`,
      }),
    ],
    indices: [
      new TableIndex({ name: 'donation_records_by_open_key', columnNames: ['open_key'], isUnique: true }),
      new TableIndex({ name: 'donation_records_by_person', columnNames: ['person_id', 'donated_on', 'id'] }),
    ],
  });

export class KeepDonationRecords1764300000000 implements MigrationInterface {
  readonly name = 'KeepDonationRecords1764300000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, donationRecords());
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(donationRecords(), true);
  }
}
