import { createServiceTables, dropServiceTables } from '@sanxian/shared/http';
import {
  createTable,
  idColumn,
  instantColumn,
  integerColumn,
  jsonColumn,
  referenceColumn,
  textColumn,
  versionColumn,
} from '@sanxian/shared/persistence';
import { type MigrationInterface, type QueryRunner, Table, TableCheck, TableIndex } from 'typeorm';

/** Made anew for each database: TypeORM writes into it. */
const bloodIntents = (): Table =>
  new Table({
    name: 'blood_intents',
    columns: [
      idColumn(),
      referenceColumn('person_id'),
      textColumn('product', 20),
      integerColumn('volume_ml', { nullable: true }),
      textColumn('sealed_blood_type', 255, { nullable: true }),
      textColumn('area', 9),
      jsonColumn('preferred_days'),
      textColumn('pre_screen_outcome', 20, { nullable: true }),
      textColumn('pre_screen_on', 10, { nullable: true }),
      textColumn('pre_screen_rule_set_id', 40, { nullable: true }),
      instantColumn('registered_at'),
      instantColumn('withdrawn_at', { nullable: true }),
      versionColumn(),
    ],
    checks: [new TableCheck({ name: 'blood_intents_product', expression: `product IN ('whole-blood', 'platelets')` })],
    indices: [new TableIndex({ name: 'blood_intents_by_person', columnNames: ['person_id', 'registered_at', 'id'] })],
  });

export class CreateDonations1764000000000 implements MigrationInterface {
  readonly name = 'CreateDonations1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createServiceTables(queryRunner);
    await createTable(queryRunner, bloodIntents());
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(bloodIntents(), true);
    await dropServiceTables(queryRunner);
  }
}
