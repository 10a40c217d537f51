import { Table, TableCheck, type QueryRunner } from 'typeorm';
import { instantColumn, integerColumn, textColumn } from '../persistence/migration-columns.js';

const personId = { ...textColumn('person_id', 36), isPrimary: true };

/** Person keys and what the service knows of consents: part of the first migration of every service. */
export async function createSecurityTables(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.createTable(
    new Table({
      name: 'person_keys',
      columns: [personId, textColumn('wrapped_key', 200), instantColumn('created_at')],
    }),
    true,
  );
  await queryRunner.createTable(
    new Table({ name: 'known_persons', columns: [personId, integerColumn('identity_version')] }),
    true,
  );
  await queryRunner.createTable(
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
    true,
  );
}

export async function dropSecurityTables(queryRunner: QueryRunner): Promise<void> {
  for (const table of ['consent_states', 'known_persons', 'person_keys']) await queryRunner.dropTable(table);
}
