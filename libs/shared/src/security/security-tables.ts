import { createTable } from '../persistence/create-table.js';
import { Table, TableCheck, TableIndex, type QueryRunner } from 'typeorm';
import {
  idColumn,
  instantColumn,
  integerColumn,
  referenceColumn,
  textColumn,
} from '../persistence/migration-columns.js';
import { addNullableColumn, dropAddedColumn } from '../persistence/nullable-column.js';

const personId = { ...textColumn('person_id', 36), isPrimary: true };

/** Person keys and what the service knows of consents: part of the first migration of every service. */
export async function createSecurityTables(queryRunner: QueryRunner): Promise<void> {
  await createTable(
    queryRunner,
    new Table({
      name: 'person_keys',
      columns: [personId, textColumn('wrapped_key', 200), instantColumn('created_at')],
    }),
  );
  await createTable(
    queryRunner,
    new Table({ name: 'known_persons', columns: [personId, integerColumn('identity_version')] }),
  );
  await createTable(
    queryRunner,
    new Table({
      name: 'consent_states',
      columns: [
        personId,
        { ...textColumn('purpose', 40), isPrimary: true },
        textColumn('state', 20),
        integerColumn('identity_version'),
        instantColumn('changed_at'),
      ],
      checks: [new TableCheck({ name: 'consent_states_state', expression: "state IN ('granted', 'withdrawn')" })],
    }),
  );
}

/** What rules of age need, the audit trail, and the wording of consents: part of the second migration of every service. */
export async function createPersonTables(queryRunner: QueryRunner): Promise<void> {
  await addNullableColumn(queryRunner, 'consent_states', textColumn('text_version', 40, { nullable: true }));
  await createTable(
    queryRunner,
    new Table({
      name: 'person_facts',
      columns: [personId, textColumn('sealed_facts', 500), integerColumn('profile_version')],
    }),
  );
  await createTable(
    queryRunner,
    new Table({
      name: 'audit_entries',
      columns: [
        idColumn(),
        instantColumn('at'),
        referenceColumn('actor_id'),
        textColumn('action', 60),
        referenceColumn('person_id'),
        textColumn('subject_type', 40),
        referenceColumn('subject_id'),
        textColumn('sealed_reason', 3000, { nullable: true }),
        textColumn('traceparent', 60, { nullable: true }),
      ],
      indices: [
        new TableIndex({ name: 'audit_entries_by_person', columnNames: ['person_id', 'at', 'id'] }),
        new TableIndex({ name: 'audit_entries_by_actor', columnNames: ['actor_id', 'at', 'id'] }),
      ],
    }),
  );
}

export async function dropPersonTables(queryRunner: QueryRunner): Promise<void> {
  for (const table of ['audit_entries', 'person_facts']) await queryRunner.dropTable(table, true);
  await dropAddedColumn(queryRunner, 'consent_states', 'text_version');
}

export async function dropSecurityTables(queryRunner: QueryRunner): Promise<void> {
  for (const table of ['consent_states', 'known_persons', 'person_keys']) await queryRunner.dropTable(table, true);
}
