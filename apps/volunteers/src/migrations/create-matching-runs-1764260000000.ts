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

const matchingRuns = (): Table =>
  new Table({
    name: 'matching_runs',
    columns: [
      idColumn(),
      jsonColumn('event_ids'),
      jsonColumn('branch_ids'),
      jsonColumn('locked'),
      jsonColumn('forbidden'),
      referenceColumn('based_on', { nullable: true }),
      integerColumn('seed'),
      referenceColumn('requested_by'),
      instantColumn('requested_at'),
      textColumn('status', 20),
      integerColumn('progress'),
      integerColumn('attempts'),
      instantColumn('ended_at', { nullable: true }),
      jsonColumn('outcome', { nullable: true }),
      instantColumn('stop_requested_at', { nullable: true }),
      instantColumn('confirmed_at', { nullable: true }),
      versionColumn(),
    ],
    checks: [
      new TableCheck({
        name: 'matching_runs_status',
        expression: `status IN ('queued', 'running', 'done', 'failed', 'cancelled')`,
      }),
    ],
    indices: [
      new TableIndex({ name: 'matching_runs_by_status', columnNames: ['status', 'id'] }),
      new TableIndex({ name: 'matching_runs_by_requester', columnNames: ['requested_by', 'id'] }),
    ],
  });

export class CreateMatchingRuns1764260000000 implements MigrationInterface {
  readonly name = 'CreateMatchingRuns1764260000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, matchingRuns());
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(matchingRuns(), true);
  }
}
