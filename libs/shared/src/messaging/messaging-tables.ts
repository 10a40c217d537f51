import { createTable } from '../persistence/create-table.js';
import { Table, TableIndex, type QueryRunner } from 'typeorm';
import {
  instantColumn,
  integerColumn,
  jsonColumn,
  longTextColumn,
  referenceColumn,
  textColumn,
} from '../persistence/migration-columns.js';

const generatedId = {
  ...integerColumn('id'),
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment' as const,
};

/** Outbox, inbox and held messages: part of the first migration of every service. */
export async function createMessagingTables(queryRunner: QueryRunner): Promise<void> {
  await createTable(
    queryRunner,
    new Table({
      name: 'outbox',
      columns: [
        generatedId,
        referenceColumn('event_id'),
        textColumn('topic', 40),
        textColumn('aggregate_type', 60),
        referenceColumn('aggregate_id'),
        integerColumn('aggregate_version'),
        integerColumn('sequence'),
        textColumn('type', 120),
        textColumn('traceparent', 60, { nullable: true }),
        longTextColumn('payload'),
        instantColumn('occurred_at'),
        instantColumn('published_at', { nullable: true }),
      ],
      indices: [
        new TableIndex({ name: 'outbox_event', columnNames: ['event_id'], isUnique: true }),
        new TableIndex({
          name: 'outbox_change',
          columnNames: ['aggregate_type', 'aggregate_id', 'aggregate_version', 'sequence'],
          isUnique: true,
        }),
        new TableIndex({ name: 'outbox_unpublished', columnNames: ['published_at', 'id'] }),
      ],
    }),
  );
  await createTable(
    queryRunner,
    new Table({
      name: 'inbox',
      columns: [
        { ...textColumn('consumer', 120), isPrimary: true },
        { ...referenceColumn('event_id'), isPrimary: true },
        instantColumn('processed_at'),
      ],
      indices: [new TableIndex({ name: 'inbox_age', columnNames: ['processed_at'] })],
    }),
  );
  await createTable(
    queryRunner,
    new Table({
      name: 'held_messages',
      columns: [
        generatedId,
        textColumn('consumer', 120),
        textColumn('blocking_key', 120, { nullable: true }),
        referenceColumn('event_id', { nullable: true }),
        jsonColumn('message'),
        textColumn('state', 20),
        integerColumn('attempts'),
        textColumn('reason', 500, { nullable: true }),
        instantColumn('held_at'),
        instantColumn('next_attempt_at'),
        textColumn('discard_reason', 500, { nullable: true }),
      ],
      indices: [
        new TableIndex({ name: 'held_messages_key', columnNames: ['consumer', 'blocking_key', 'state'] }),
        new TableIndex({ name: 'held_messages_event', columnNames: ['consumer', 'event_id'] }),
        new TableIndex({ name: 'held_messages_due', columnNames: ['state', 'next_attempt_at'] }),
      ],
    }),
  );
}

export async function dropMessagingTables(queryRunner: QueryRunner): Promise<void> {
  for (const table of ['held_messages', 'inbox', 'outbox']) await queryRunner.dropTable(table, true);
}
