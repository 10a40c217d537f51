import type { QueryRunner } from 'typeorm';
import { createMessagingTables, dropMessagingTables } from '../../messaging/messaging-tables.js';
import { createLeaseTable, dropLeaseTable } from '../../persistence/lease-table.js';
import { createSecurityTables, dropSecurityTables } from '../../security/security-tables.js';
import { createIdempotencyTable, dropIdempotencyTable } from '../idempotency/idempotency-table.js';

/** The tables every service has; its first migration creates them beside its own. */
export async function createServiceTables(queryRunner: QueryRunner): Promise<void> {
  await createLeaseTable(queryRunner);
  await createMessagingTables(queryRunner);
  await createSecurityTables(queryRunner);
  await createIdempotencyTable(queryRunner);
}

export async function dropServiceTables(queryRunner: QueryRunner): Promise<void> {
  await dropIdempotencyTable(queryRunner);
  await dropSecurityTables(queryRunner);
  await dropMessagingTables(queryRunner);
  await dropLeaseTable(queryRunner);
}
