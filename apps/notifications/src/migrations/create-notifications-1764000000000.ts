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
import { Table, TableCheck, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Made anew for each database: TypeORM writes into them. */
const tables = (): Table[] => [
  new Table({
    name: 'recipients',
    columns: [
      idColumn('person_id'),
      textColumn('sealed_phone', 255, { nullable: true }),
      textColumn('language', 10),
      integerColumn('profile_version'),
    ],
  }),

  new Table({
    name: 'inbox_messages',
    columns: [
      idColumn(),
      referenceColumn('person_id'),
      textColumn('kind', 60),
      textColumn('subject_type', 40),
      referenceColumn('subject_id'),
      jsonColumn('parameters'),
      instantColumn('created_at'),
      instantColumn('read_at', { nullable: true }),
      versionColumn(),
    ],
    indices: [new TableIndex({ name: 'inbox_messages_by_person', columnNames: ['person_id', 'created_at', 'id'] })],
  }),

  new Table({
    name: 'text_messages',
    columns: [
      idColumn(),
      referenceColumn('inbox_message_id'),
      referenceColumn('person_id'),
      textColumn('kind', 60),
      instantColumn('created_at'),
      textColumn('status', 20),
      integerColumn('attempts'),
      instantColumn('next_attempt_at'),
      instantColumn('settled_at', { nullable: true }),
      textColumn('drop_reason', 40, { nullable: true }),
      versionColumn(),
    ],
    checks: [
      new TableCheck({
        name: 'text_messages_status',
        expression: `status IN ('queued', 'sending', 'sent', 'failed', 'dropped')`,
      }),
    ],
    indices: [new TableIndex({ name: 'text_messages_by_next_attempt', columnNames: ['status', 'next_attempt_at'] })],
  }),
];

export class CreateNotifications1764000000000 implements MigrationInterface {
  readonly name = 'CreateNotifications1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createServiceTables(queryRunner);
    for (const table of tables()) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables().toReversed()) await queryRunner.dropTable(table, true);
    await dropServiceTables(queryRunner);
  }
}
