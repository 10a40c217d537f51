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

const stages =
  `stage IN ('INTENT', 'CONSENT_SIGNED', 'SAMPLED', 'HLA_TYPED', 'PRELIM_MATCH', 'RECONSENT', 'HIGH_RES_TYPING', ` +
  `'MATCH_CONFIRMED', 'HEALTH_CHECK', 'DONATION_CONSENT', 'MOBILISATION', 'COLLECTION', 'FOLLOW_UP', 'WITHDRAWN', ` +
  `'DEFERRED', 'MEDICALLY_EXCLUDED', 'UNREACHABLE', 'AGED_OUT')`;

/** Made anew for each database: TypeORM writes into them. */
const intents = (): Table =>
  new Table({
    name: 'stem_cell_intents',
    columns: [
      idColumn(),
      referenceColumn('person_id'),
      textColumn('area', 9),
      textColumn('consent_text_version', 40),
      integerColumn('consent_version'),
      instantColumn('registered_at'),
      instantColumn('cooling_off_ends_at'),
      textColumn('stage', 40),
      textColumn('open_key', 36, { nullable: true }),
      textColumn('sealed_contacts', 2000, { nullable: true }),
      instantColumn('withdrawn_at', { nullable: true }),
      versionColumn(),
    ],
    checks: [new TableCheck({ name: 'stem_cell_intents_stage', expression: stages })],
    indices: [
      new TableIndex({ name: 'stem_cell_intents_by_open_key', columnNames: ['open_key'], isUnique: true }),
      new TableIndex({ name: 'stem_cell_intents_by_person', columnNames: ['person_id', 'registered_at', 'id'] }),
    ],
  });

const stageChanges = (): Table =>
  new Table({
    name: 'stem_cell_stage_changes',
    columns: [
      idColumn(),
      referenceColumn('intent_id'),
      textColumn('stage', 40),
      textColumn('changed_by', 20),
      instantColumn('changed_at'),
    ],
    checks: [
      new TableCheck({
        name: 'stem_cell_stage_changes_author',
        expression: `changed_by IN ('self', 'staff', 'consent-withdrawn')`,
      }),
    ],
    indices: [new TableIndex({ name: 'stem_cell_stage_changes_by_intent', columnNames: ['intent_id', 'id'] })],
  });

export class CreateStemCell1764400000000 implements MigrationInterface {
  readonly name = 'CreateStemCell1764400000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, intents());
    await createTable(queryRunner, stageChanges());
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(stageChanges(), true);
    await queryRunner.dropTable(intents(), true);
  }
}
