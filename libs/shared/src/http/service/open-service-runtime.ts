import type { Clock } from '../../config/clock.js';
import { HeldMessage } from '../../messaging/dead-letters/held-message.entity.js';
import { InboxRow } from '../../messaging/inbox/inbox-row.entity.js';
import { Outbox } from '../../messaging/outbox/outbox.js';
import { OutboxRow } from '../../messaging/outbox/outbox-row.entity.js';
import type { ServiceRuntime } from '../../messaging/service-runtime.js';
import { LeaseRow } from '../../persistence/lease-row.entity.js';
import {
  openDatabase,
  type DatabaseSchema,
  type EntityClass,
  type MigrationClass,
} from '../../persistence/database.js';
import { AuditEntry } from '../../security/audit/audit-entry.entity.js';
import { ConsentState } from '../../security/consents/consent-state.entity.js';
import { KnownPerson } from '../../security/consents/known-person.entity.js';
import { PersonFactsRow } from '../../security/people/person-facts-row.entity.js';
import { PersonKeyRow } from '../../security/person-key-row.entity.js';
import { ServiceKeys } from '../../security/service-keys.js';
import { IdempotencyRecord } from '../idempotency/idempotency-record.entity.js';
import { CreateInstallationTable1765000000000 } from './create-installation-table-1765000000000.js';
import { Installation } from './installation.entity.js';
import type { ServiceDefinition } from './service-definition.js';

const serviceEntities: EntityClass[] = [
  OutboxRow,
  InboxRow,
  HeldMessage,
  LeaseRow,
  PersonKeyRow,
  KnownPerson,
  ConsentState,
  PersonFactsRow,
  AuditEntry,
  IdempotencyRecord,
  Installation,
];

/** Tables of every service that came after its first migration. */
const serviceMigrations: MigrationClass[] = [CreateInstallationTable1765000000000];

/** A service's own entities together with those every service has. */
export function wholeSchema(definition: DatabaseSchema): DatabaseSchema {
  return {
    entities: [...serviceEntities, ...definition.entities],
    migrations: [...definition.migrations, ...serviceMigrations],
  };
}

/** Opens a service's database, migrates it and hands out what the service stands on. */
export async function openServiceRuntime(
  definition: ServiceDefinition,
  options: { databaseUrl: string; masterKey: Buffer; clock: Clock },
): Promise<ServiceRuntime> {
  const outbox = new Outbox(options.clock);
  const database = await openDatabase(options.databaseUrl, wholeSchema(definition), outbox);
  return {
    name: definition.name,
    unitOfWork: database.unitOfWork,
    reads: database.reads,
    load: () => database.load(),
    clock: options.clock,
    keys: new ServiceKeys(options.masterKey, definition.name),
    outbox,
    close: () => database.close(),
  };
}
