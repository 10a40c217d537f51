import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { newId } from '../../config/new-id.js';
import type { Database } from '../../persistence/database.js';
import { openTestDatabase } from '../../testing/test-database.js';
import { FakeClock } from '../../testing/fake-clock.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { PersonKeys } from '../person-keys.js';
import { securitySchema, silentOutbox } from '../security.fixture.js';
import { ServiceKeys } from '../service-keys.js';
import { PaperFormRow } from './paper-form-row.entity.js';
import { PaperTrail } from './paper-trail.js';

const clock = new FakeClock('2026-11-25T08:00:00.000Z');
const keys = new PersonKeys(new ServiceKeys(Buffer.alloc(32, 1), 'donations'), clock);
const trail = new PaperTrail(new AuditTrail(keys, clock), keys, clock);
const subject = { type: 'blood-intent', id: newId() };
const act = { actorId: newId(), action: 'register-blood-intent', personId: newId(), subject, reason: '本人无手机' };
const form = { number: '表'.repeat(40), signedOn: '2026-11-20' };
let database: Database;

beforeEach(async () => {
  database = await openTestDatabase(securitySchema, silentOutbox);
});

afterEach(async () => {
  await database.close();
});

it('keeps the form, sealed, beside the audit row of the act', async () => {
  await database.unitOfWork.run((tx) => trail.record(tx, act, form));
  const { manager } = database.reads;
  const [kept] = await manager.find(PaperFormRow);
  expect(kept).toMatchObject({
    personId: act.personId,
    subjectType: 'blood-intent',
    subjectId: subject.id,
    recordedBy: act.actorId,
    recordedAt: clock.now(),
  });
  expect(kept?.sealedForm.length).toBeLessThanOrEqual(400);
  const key = await keys.find(manager, act.personId);
  expect(JSON.parse(key?.open('paper-form', kept?.sealedForm ?? '') ?? '')).toEqual(form);
  expect(await manager.find(AuditEntry)).toMatchObject([{ action: act.action, subjectId: subject.id }]);
});

it('leaves neither of an act that did not happen', async () => {
  const attempt = database.unitOfWork.run(async (tx) => {
    await trail.record(tx, act, form);
    throw new Error('refused');
  });
  await expect(attempt).rejects.toThrow('refused');
  expect(await database.reads.manager.count(PaperFormRow)).toBe(0);
  expect(await database.reads.manager.count(AuditEntry)).toBe(0);
});
