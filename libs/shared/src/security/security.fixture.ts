import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { DatabaseSchema } from '../persistence/database.js';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { ConsentState } from './consents/consent-state.entity.js';
import { KnownPerson } from './consents/known-person.entity.js';
import { PaperFormRow } from './paper/paper-form-row.entity.js';
import { createPaperFormTable, dropPaperFormTable } from './paper/paper-form-table.js';
import { PersonFactsRow } from './people/person-facts-row.entity.js';
import { PersonKeyRow } from './person-key-row.entity.js';
import { createPersonTables, createSecurityTables, dropPersonTables, dropSecurityTables } from './security-tables.js';

class CreateSecurityTables1764000000000 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    return createSecurityTables(queryRunner)
      .then(() => createPersonTables(queryRunner))
      .then(() => createPaperFormTable(queryRunner));
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropPaperFormTable(queryRunner)
      .then(() => dropPersonTables(queryRunner))
      .then(() => dropSecurityTables(queryRunner));
  }
}

/** The tables of this folder alone. For specs only. */
export const securitySchema: DatabaseSchema = {
  entities: [PersonKeyRow, KnownPerson, ConsentState, PersonFactsRow, AuditEntry, PaperFormRow],
  migrations: [CreateSecurityTables1764000000000],
};

export const silentOutbox = { append: () => Promise.resolve(), announce: () => undefined };
