import {
  createTable,
  idColumn,
  instantColumn,
  referenceColumn,
  textColumn,
  versionColumn,
} from '@sanxian/shared/persistence';
import { type MigrationInterface, type QueryRunner, Table, TableCheck, TableIndex } from 'typeorm';

/** Made anew for each database: TypeORM writes into it. */
const decisions = (): Table =>
  new Table({
    name: 'organ_decisions',
    columns: [
      idColumn(),
      referenceColumn('person_id'),
      versionColumn(),
      textColumn('sealed_content', 2000),
      textColumn('recorded_by', 20),
      instantColumn('recorded_at'),
    ],
    checks: [new TableCheck({ name: 'organ_decisions_author', expression: `recorded_by IN ('self', 'staff')` })],
    indices: [
      new TableIndex({ name: 'organ_decisions_by_person', columnNames: ['person_id', 'version'], isUnique: true }),
    ],
  });

export class CreateOrgan1764400001000 implements MigrationInterface {
  readonly name = 'CreateOrgan1764400001000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, decisions());
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(decisions(), true);
  }
}
