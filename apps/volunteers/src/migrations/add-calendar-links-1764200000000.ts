import {
  addNullableColumn,
  createTable,
  dropAddedColumn,
  idColumn,
  instantColumn,
  integerColumn,
  referenceColumn,
  textColumn,
  versionColumn,
} from '@sanxian/shared/persistence';
import { type MigrationInterface, type QueryRunner, Table, TableCheck, TableIndex } from 'typeorm';

const calendarLinks = (): Table =>
  new Table({
    name: 'calendar_links',
    columns: [
      idColumn(),
      referenceColumn('person_id'),
      integerColumn('place'),
      textColumn('secret_hash', 64),
      instantColumn('created_at'),
      versionColumn(),
    ],
    checks: [new TableCheck({ name: 'calendar_links_place', expression: 'place BETWEEN 1 AND 5' })],
    indices: [
      new TableIndex({ name: 'calendar_links_by_place', columnNames: ['person_id', 'place'], isUnique: true }),
      new TableIndex({ name: 'calendar_links_by_secret', columnNames: ['secret_hash'], isUnique: true }),
    ],
  });

/** When the row last changed: a calendar wants to know. */
const changedAt = instantColumn('changed_at', { nullable: true });

export class AddCalendarLinks1764200000000 implements MigrationInterface {
  readonly name = 'AddCalendarLinks1764200000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, calendarLinks());
    for (const table of ['volunteer_events', 'sign_ups']) {
      await addNullableColumn(queryRunner, table, changedAt);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['sign_ups', 'volunteer_events']) await dropAddedColumn(queryRunner, table, changedAt.name);
    await queryRunner.dropTable(calendarLinks(), true);
  }
}
