import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTestDatabase } from '../testing/test-database.js';
import { eventually } from '../testing/eventually.js';
import { LeaseRow } from './lease-row.entity.js';
import { createLeaseTable, dropLeaseTable } from './lease-table.js';
import { Lease } from './lease.js';
import type { Database } from './database.js';

class CreateLeases1764000000000 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    return createLeaseTable(queryRunner);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropLeaseTable(queryRunner);
  }
}

const lengthInSeconds = 2;

describe('Lease', () => {
  let database: Database;

  beforeEach(async () => {
    const schema = { entities: [LeaseRow], migrations: [CreateLeases1764000000000] };
    const silentOutbox = { append: () => Promise.resolve(), announce: () => undefined };
    database = await openTestDatabase(schema, silentOutbox);
  });

  afterEach(async () => {
    await database.close();
  });

  const leaseOf = (owner: string, name = 'relay') => new Lease(database.unitOfWork, name, owner, lengthInSeconds);
  const expireNow = () =>
    database.unitOfWork.run((tx) => tx.manager.update(LeaseRow, { name: 'relay' }, { expiresAt: new Date(0) }));

  it('lets one of many claimants work', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => leaseOf(`process-${index}`).hold()));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('keeps different work apart', async () => {
    expect(await leaseOf('one').hold()).toBe(true);
    expect(await leaseOf('other', 'held-messages').hold()).toBe(true);
  });

  it('gives a restarted process its own lease at once', async () => {
    expect(await leaseOf('one').hold()).toBe(true);
    expect(await leaseOf('one').hold()).toBe(true);
    expect(await leaseOf('other').hold()).toBe(false);
  });

  it('goes over when it has run out by the clock of the database, and not before', async () => {
    const lease = leaseOf('one');
    expect(await lease.hold()).toBe(true);
    const other = leaseOf('other');
    expect(await other.hold()).toBe(false);

    const heldFrom = performance.now();
    await eventually(async () => expect(await other.hold()).toBe(true), { withinMilliseconds: 4_000 });

    // The database counts whole seconds, so up to one of them may be missing.
    expect(performance.now() - heldFrom).toBeGreaterThan((lengthInSeconds - 1) * 1_000 - 100);
    expect(await lease.hold()).toBe(false);
  });

  it('goes over at once when its owner gives it up, and only then', async () => {
    const [lease, other] = [leaseOf('one'), leaseOf('other')];
    expect(await lease.hold()).toBe(true);
    await other.release();
    expect(await leaseOf('third').hold()).toBe(false);
    await lease.release();
    expect(await other.hold()).toBe(true);
    expect(await lease.hold()).toBe(false);
  });

  it('stays with an owner who goes on, longer than its length', async () => {
    const lease = leaseOf('one');
    const other = leaseOf('other');
    const deadline = performance.now() + lengthInSeconds * 1_000 + 500;
    await eventually(async () => {
      const answers = [await lease.hold(), await other.hold()];
      if (performance.now() < deadline && answers[0] && !answers[1]) throw new Error('not long enough yet');
      expect(answers).toEqual([true, false]);
    });
  });

  it('is lost to whoever took it after it ran out', async () => {
    await leaseOf('one').hold();
    await expireNow();
    expect(await leaseOf('other').hold()).toBe(true);
    expect(await leaseOf('one').hold()).toBe(false);
  });

  it('does not stand still for hours when the clock was put back', async () => {
    await leaseOf('one').hold();
    const expiresAt = new Date(Date.now() + 2 * 3_600_000);
    await database.unitOfWork.run((tx) => tx.manager.update(LeaseRow, { name: 'relay' }, { expiresAt }));
    expect(await leaseOf('other').hold()).toBe(true);
  });
});
