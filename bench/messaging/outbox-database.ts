import { newId, SystemClock } from '@sanxian/shared/config';
import { createMessagingTables, Outbox, OutboxRow, type ServiceRuntime } from '@sanxian/shared/messaging';
import { createLeaseTable, LeaseRow } from '@sanxian/shared/persistence';
import { ServiceKeys } from '@sanxian/shared/security';
import { openTestDatabase } from '@sanxian/shared/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const rowsAtOnce = 500;

class CreateTables1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createLeaseTable(queryRunner);
    await createMessagingTables(queryRunner);
  }

  async down(): Promise<void> {
    // The database is thrown away.
  }
}

export interface OutboxDatabase {
  readonly runtime: ServiceRuntime;
  readonly url: string;
  /** So many facts, each of an aggregate of its own, that nobody has sent yet. */
  fill(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A database with an outbox and nothing else. */
export async function openOutboxDatabase(): Promise<OutboxDatabase> {
  const clock = new SystemClock();
  const outbox = new Outbox(clock);
  const schema = { entities: [OutboxRow, LeaseRow], migrations: [CreateTables1764000000000] };
  const database = await openTestDatabase(schema, outbox);
  const keys = new ServiceKeys(Buffer.alloc(32), 'donations');
  return {
    runtime: { name: 'donations', clock, outbox, keys, ...database },
    url: database.url,
    fill: async (count) => {
      for (let from = 0; from < count; from += rowsAtOnce) {
        const rows = Array.from({ length: Math.min(rowsAtOnce, count - from) }, unsentFact);
        await database.unitOfWork.run(async ({ manager }) => void (await manager.insert(OutboxRow, rows)));
      }
    },
    close: () => database.close(),
  };
}

function unsentFact(): Omit<OutboxRow, 'id'> {
  const intentId = newId();
  const registeredAt = new Date();
  const payload = { intentId, personId: newId(), product: 'whole-blood', area: '331102', registeredAt };
  return {
    eventId: newId(),
    topic: 'sanxian.donations',
    aggregateType: 'blood-intent',
    aggregateId: intentId,
    aggregateVersion: 1,
    sequence: 0,
    type: 'donations.blood-intent-registered.v1',
    traceparent: null,
    payload: JSON.stringify(payload),
    occurredAt: registeredAt,
    publishedAt: null,
  };
}
