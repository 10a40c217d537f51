import { type MigrationInterface, type QueryRunner, Table, TableCheck, TableIndex } from 'typeorm';
import { createServiceTables, dropServiceTables } from '@sanxian/shared/http';
import {
  createTable,
  idColumn,
  instantColumn,
  integerColumn,
  jsonColumn,
  longTextColumn,
  referenceColumn,
  textColumn,
  versionColumn,
} from '@sanxian/shared/persistence';

/** Made anew for each database: TypeORM writes into them. */
const tables = (): Table[] => [
  new Table({
    name: 'accounts',
    columns: [
      idColumn(),
      versionColumn(),
      textColumn('kind', 10),
      jsonColumn('roles'),
      jsonColumn('branch_ids'),
      textColumn('phone_index', 64, { nullable: true }),
      instantColumn('registered_at'),
    ],
    checks: [new TableCheck({ name: 'accounts_kind', expression: "kind IN ('citizen', 'staff')" })],
    indices: [new TableIndex({ name: 'accounts_phone', columnNames: ['phone_index'], isUnique: true })],
  }),
  new Table({
    name: 'branches',
    columns: [idColumn(), textColumn('name', 100), referenceColumn('parent_id', { nullable: true })],
  }),
  new Table({
    name: 'profiles',
    columns: [idColumn(), versionColumn(), longTextColumn('sealed_details'), instantColumn('changed_at')],
  }),
  new Table({
    name: 'one_time_codes',
    columns: [
      idColumn(),
      textColumn('phone_index', 64),
      textColumn('sealed_phone', 200),
      textColumn('code_hash', 64),
      integerColumn('attempts'),
      instantColumn('expires_at'),
      instantColumn('used_at', { nullable: true }),
      instantColumn('voided_at', { nullable: true }),
    ],
    indices: [
      new TableIndex({ name: 'one_time_codes_phone', columnNames: ['phone_index'] }),
      new TableIndex({ name: 'one_time_codes_expiry', columnNames: ['expires_at'] }),
    ],
  }),
  new Table({
    name: 'throttles',
    columns: [
      { ...textColumn('subject', 120), isPrimary: true },
      jsonColumn('instants'),
      instantColumn('forget_after'),
    ],
    indices: [new TableIndex({ name: 'throttles_forget', columnNames: ['forget_after'] })],
  }),
  new Table({
    name: 'sessions',
    columns: [
      idColumn(),
      referenceColumn('account_id'),
      instantColumn('started_at'),
      instantColumn('idle_until'),
      instantColumn('ended_at', { nullable: true }),
    ],
    indices: [new TableIndex({ name: 'sessions_idle', columnNames: ['idle_until'] })],
  }),
  new Table({
    name: 'refresh_tokens',
    columns: [
      { ...textColumn('token_hash', 64), isPrimary: true },
      referenceColumn('session_id'),
      instantColumn('expires_at'),
      instantColumn('rotated_at', { nullable: true }),
    ],
    indices: [new TableIndex({ name: 'refresh_tokens_expiry', columnNames: ['expires_at'] })],
  }),
  new Table({
    name: 'staff_credentials',
    columns: [
      { ...referenceColumn('account_id'), isPrimary: true },
      textColumn('username', 40),
      textColumn('password_hash', 200),
      textColumn('sealed_totp_secret', 300, { nullable: true }),
      integerColumn('last_totp_step', { nullable: true }),
    ],
    indices: [new TableIndex({ name: 'staff_credentials_username', columnNames: ['username'], isUnique: true })],
  }),
  new Table({
    name: 'set_up_tokens',
    columns: [
      { ...textColumn('token_hash', 64), isPrimary: true },
      instantColumn('expires_at'),
      instantColumn('used_at', { nullable: true }),
    ],
  }),
  new Table({
    name: 'consent_entries',
    columns: [
      idColumn(),
      referenceColumn('account_id'),
      integerColumn('account_version'),
      textColumn('purpose', 40),
      textColumn('state', 10),
      textColumn('text_version', 40),
      textColumn('text_hash', 64),
      textColumn('channel', 10),
      instantColumn('at'),
    ],
    checks: [
      new TableCheck({ name: 'consent_entries_state', expression: "state IN ('granted', 'withdrawn')" }),
      new TableCheck({ name: 'consent_entries_channel', expression: "channel IN ('online')" }),
    ],
    indices: [
      new TableIndex({ name: 'consent_entries_order', columnNames: ['account_id', 'account_version'], isUnique: true }),
    ],
  }),
];

export class CreateGateway1764000000000 implements MigrationInterface {
  readonly name = 'CreateGateway1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createServiceTables(queryRunner);
    for (const table of tables()) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables().toReversed()) await queryRunner.dropTable(table, true);
    await dropServiceTables(queryRunner);
  }
}
