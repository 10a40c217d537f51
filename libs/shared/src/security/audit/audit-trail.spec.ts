import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { newId } from '../../config/new-id.js';
import { traceContext } from '../../config/trace-context.js';
import type { Database } from '../../persistence/database.js';
import { openTestDatabase } from '../../testing/test-database.js';
import { FakeClock } from '../../testing/fake-clock.js';
import { PersonKeys } from '../person-keys.js';
import { securitySchema, silentOutbox } from '../security.fixture.js';
import { ServiceKeys } from '../service-keys.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditTrail } from './audit-trail.js';

const clock = new FakeClock('2026-11-25T08:00:00.000Z');
const keys = new PersonKeys(new ServiceKeys(Buffer.alloc(32, 1), 'donations'), clock);
const trail = new AuditTrail(keys, clock);
const act = { actorId: newId(), action: 'register-blood-intent', personId: newId() };
const subject = { type: 'blood-intent', id: newId() };
let database: Database;

beforeEach(async () => {
  database = await openTestDatabase(securitySchema, silentOutbox);
});

afterEach(async () => {
  await database.close();
});

it('says who did what for whom, and why, in words only the key of the person opens', async () => {
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  await traceContext.run({ traceparent, requestId: 'any' }, () =>
    database.unitOfWork.run((tx) => trail.record(tx, { ...act, subject, reason: '本人无手机，纸质表格' })),
  );
  const [entry] = await database.reads.manager.find(AuditEntry);
  const at = clock.now();
  expect(entry).toMatchObject({ ...act, subjectType: 'blood-intent', subjectId: subject.id, at, traceparent });
  const key = await keys.find(database.reads.manager, act.personId);
  expect(entry?.sealedReason).not.toContain('手机');
  expect(key?.open('audit-reason', entry?.sealedReason ?? '')).toBe('本人无手机，纸质表格');
});

it('leaves no row of an act that did not happen', async () => {
  const attempt = database.unitOfWork.run(async (tx) => {
    await trail.record(tx, { ...act, subject });
    throw new Error('refused');
  });
  await expect(attempt).rejects.toThrow('refused');
  expect(await database.reads.manager.count(AuditEntry)).toBe(0);
});
