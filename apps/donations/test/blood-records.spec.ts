import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { DonationRecorded, DonationRecordRemoved, PersonChanged, PersonRegistered } from '@sanxian/shared/contracts';
import { AuditEntry, PersonKeys } from '@sanxian/shared/security';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import type { BloodDonationRecordResponse } from '../src/blood/donation-record.dto.js';
import { DonationRecord } from '../src/blood/donation-record.entity.js';
import type { BloodDonationRecordPage } from '../src/blood/list-my-records/list-my-records.dto.js';
import { donationsService } from '../src/donations.module.js';
import { everythingStored } from './everything-stored.js';

const path = '/api/v1/donations/blood/records';
const wholeBlood = { product: 'whole-blood', volumeMl: 300, donatedOn: '2026-05-04' };
const reason = '血站献血名单';

interface Problem {
  code: string;
  errors: { path: string; code: string; message: string }[];
}
type RecordAnswer = BloodDonationRecordResponse & Problem;

let service: TestService;
beforeAll(async () => {
  service = await startTestService(donationsService);
});
afterAll(async () => {
  expect(service.consumerErrors).toEqual([]);
  await service.close();
});

function citizen(personId = newId()) {
  const ask = async <Body>(method: string, route: string, body?: object, headers: Record<string, string> = {}) =>
    service.request<Body>(method, route, { token: await service.citizenToken(personId), body, headers });
  return {
    personId,
    ask,
    record: (body: object = wholeBlood, headers: Record<string, string> = {}) =>
      ask<RecordAnswer>('POST', path, body, headers),
    show: (id: string) => ask<RecordAnswer>('GET', `${path}/${id}`),
    remove: (id: string, headers: Record<string, string> = {}) =>
      ask<Problem>('DELETE', `${path}/${id}`, undefined, headers),
    list: (query = '') => ask<BloodDonationRecordPage & Problem>('GET', `${path}?${query}`),
  };
}

/** A person the gateway has told of, and a coordinator. */
async function coordinatorAndDonor() {
  const donor = citizen();
  await register(donor.personId);
  const coordinatorId = newId();
  const token = await service.staffToken({ roles: ['coordinator'], accountId: coordinatorId });
  const ofPerson = (personId: string) => `/api/v1/donations/people/${personId}/blood-records`;
  return {
    donor,
    coordinatorId,
    enter: (
      body: object = { ...wholeBlood, reason },
      personId = donor.personId,
      headers: Record<string, string> = {},
    ) => service.request<RecordAnswer>('POST', ofPerson(personId), { token, body, headers }),
    show: (id: string, personId = donor.personId) =>
      service.request<RecordAnswer>('GET', `${ofPerson(personId)}/${id}`, { token }),
    remove: (id: string, body: object = { reason: '录入有误' }, personId = donor.personId) =>
      service.request<RecordAnswer>('POST', `${ofPerson(personId)}/${id}/removal`, { token, body }),
  };
}

const register = (personId: string) => service.receive(PersonRegistered, { personId }, { aggregateId: personId });

const auditOf = (personId: string) =>
  service.runtime.reads.manager.find(AuditEntry, { where: { personId }, order: { id: 'ASC' } });

describe('a donation the donor records', () => {
  it('is stored, shown and announced, without a consent and without its day', async () => {
    const { personId, record, show } = citizen();
    const created = await record();
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: expect.any(String),
      product: 'whole-blood',
      volumeMl: 300,
      units: null,
      donatedOn: '2026-05-04',
      source: 'self-reported',
      recordedAt: '2026-11-23T08:00:00.000Z',
      removedAt: null,
      version: 1,
    });
    expect(created.headers.get('location')).toBe(`${path}/${created.body.id}`);
    expect(created.headers.get('etag')).toBe('"1"');
    expect((await show(created.body.id)).body).toEqual(created.body);
    const recordId = created.body.id;
    expect(await recordedOf(personId)).toEqual([
      { recordId, personId, product: 'whole-blood', source: 'self-reported', recordedAt: '2026-11-23T08:00:00.000Z' },
    ]);
  });

  it.each<[string, object, object]>([
    ['whole blood of unknown volume', { product: 'whole-blood' }, { volumeMl: null, units: null }],
    ['platelets', { product: 'platelets', units: 2 }, { volumeMl: null, units: 2 }],
    ['plasma', { product: 'plasma' }, { volumeMl: null, units: null }],
    ['today', { product: 'plasma', donatedOn: '2026-11-23' }, { donatedOn: '2026-11-23' }],
    ['29 February', { product: 'plasma', donatedOn: '2024-02-29' }, { donatedOn: '2024-02-29' }],
  ])('may be %s', async (_, said, expected) => {
    const { status, body } = await citizen().record({ donatedOn: '2026-05-04', ...said });
    expect(status).toBe(201);
    expect(body).toMatchObject(expected);
  });

  it.each<[string, object, string]>([
    ['no product', { product: undefined }, 'product'],
    ['stem cells', { product: 'stem-cell', volumeMl: undefined }, 'product'],
    ['another volume', { volumeMl: 250 }, 'volumeMl'],
    ['a volume of platelets', { product: 'platelets' }, 'volumeMl'],
    ['units of whole blood', { units: 1 }, 'units'],
    ['three units', { product: 'platelets', volumeMl: undefined, units: 3 }, 'units'],
    ['half a unit', { product: 'platelets', volumeMl: undefined, units: 0.5 }, 'units'],
    ['no day', { donatedOn: undefined }, 'donatedOn'],
    ['a day that is none', { donatedOn: '2026-02-30' }, 'donatedOn'],
    ['an instant', { donatedOn: '2026-05-04T00:00:00Z' }, 'donatedOn'],
    ['tomorrow', { donatedOn: '2026-11-24' }, 'donatedOn'],
    ['a day before blood services', { donatedOn: '1949-12-31' }, 'donatedOn'],
    ['a person', { personId: newId() }, 'personId'],
    ['a reason', { reason }, 'reason'],
  ])('is refused with %s', async (_, change, field) => {
    const { status, body } = await citizen().record({ ...wholeBlood, ...change });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors.map((error) => error.path)).toContain(field);
  });

  it('lies between birth and today in Shanghai, and says so in both languages', async () => {
    const { personId, record } = citizen();
    await profile(personId, '1990-05-05');
    const early = await record({ ...wholeBlood, donatedOn: '1989-05-05' });
    expect(early.body.errors).toEqual([
      { path: 'donatedOn', code: 'before-birth', message: '此日期早于资料中的出生日期。' },
    ]);
    service.clock.set('2026-11-23T15:59:59.999Z');
    const late = await record({ ...wholeBlood, donatedOn: '2026-11-24' }, { 'accept-language': 'en' });
    expect(late.body.errors).toEqual([
      { path: 'donatedOn', code: 'in-the-future', message: 'The day of a donation is not later than today.' },
    ]);
    service.clock.set('2026-11-23T16:00:00.000Z');
    expect((await record({ ...wholeBlood, donatedOn: '2026-11-24' })).status).toBe(201);
    service.clock.set('2026-11-23T08:00:00.000Z');
  });

  it('counts once per product and day, however many ask at the same moment', async () => {
    const { personId, record, list } = citizen();
    const answers = await Promise.all(Array.from({ length: 20 }, () => record()));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'already-recorded', title: '这次献血已有记录' });
    expect((await record({ product: 'platelets', donatedOn: '2026-05-04' })).status).toBe(201);
    expect((await record({ ...wholeBlood, donatedOn: '2025-05-04' })).status).toBe(201);
    expect((await citizen().record()).status).toBe(201);
    expect((await list()).body.items).toHaveLength(3);
    expect(await recordedOf(personId)).toHaveLength(3);
  });

  it('cannot be there twice whatever the code before it does', async () => {
    const { personId, record } = citizen();
    const { id } = (await record()).body;
    const row = await service.runtime.reads.manager.findOneByOrFail(DonationRecord, { id });
    const again = service.runtime.unitOfWork.run((tx) => tx.insert(Object.assign(row, { id: newId() })));
    await expect(again).rejects.toThrow(/unique|duplicate/i);
    expect(await recordedOf(personId)).toHaveLength(1);
  });

  it('is one for one Idempotency-Key', async () => {
    const { record, list } = citizen();
    const headers = { 'idempotency-key': 'a-donation' };
    const [first, second] = [await record(wholeBlood, headers), await record(wholeBlood, headers)];
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    const other = await record({ ...wholeBlood, donatedOn: '2025-01-01' }, headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect((await list()).body.items).toHaveLength(1);
  });

  it('finds no room after more donations than a life can hold', async () => {
    const { personId, record } = citizen();
    await service.runtime.unitOfWork.run(async (tx) => {
      for (let day = 0; day < 1_200; day += 1) {
        const donatedOn = new Date(Date.parse('2020-01-01') + day * 86_400_000).toISOString().slice(0, 10);
        const details = { personId, product: 'platelets', volumeMl: null, units: null, donatedOn } as const;
        await tx.insert(DonationRecord.record({ ...details, source: 'self-reported' }, service.clock.now()).record);
      }
    });
    expect((await record()).body.code).toBe('too-many-records');
  });
});

describe('taking a donation record back', () => {
  it('happens once; the day is free again', async () => {
    const { personId, record, show, remove, list } = citizen();
    const { id } = (await record()).body;
    expect((await remove(id)).status).toBe(204);
    expect((await remove(id)).status).toBe(204);
    const removedAt = '2026-11-23T08:00:00.000Z';
    expect((await show(id)).body).toMatchObject({ removedAt, version: 2 });
    expect((await list()).body.items).toEqual([]);
    const removed = (await service.emitted(DonationRecordRemoved)).filter((event) => event.personId === personId);
    expect(removed).toEqual([{ recordId: id, personId, product: 'whole-blood', removedAt }]);
    expect((await record()).status).toBe(201);
    expect((await list()).body.items).toHaveLength(1);
  });

  it('minds If-Match', async () => {
    const { record, remove } = citizen();
    const { id } = (await record()).body;
    expect(await remove(id, { 'if-match': '"2"' })).toMatchObject({ status: 412, body: { code: 'stale-version' } });
    expect((await remove(id, { 'if-match': '"1"' })).status).toBe(204);
  });

  it('is for what the donor entered, not for what a coordinator did', async () => {
    const { donor, enter } = await coordinatorAndDonor();
    const { id } = (await enter()).body;
    expect(await donor.remove(id)).toMatchObject({ status: 409, body: { code: 'entered-by-coordinator' } });
    expect((await donor.show(id)).body.removedAt).toBeNull();
  });
});

describe('reading donation records', () => {
  it('hides what belongs to somebody else', async () => {
    const [owner, stranger] = [citizen(), citizen()];
    const { id } = (await owner.record()).body;
    expect(await stranger.show(id)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await stranger.remove(id)).status).toBe(404);
    expect((await stranger.show('nonsense')).status).toBe(404);
    expect((await stranger.list()).body).toEqual({ items: [], nextAfter: null });
    expect((await owner.show(id)).body.removedAt).toBeNull();
  });

  it('comes page by page, the newest donation first, and refuses a foreign cursor', async () => {
    const { record, list } = citizen();
    const days = ['2024-01-10', '2025-07-01', '2023-02-28', '2025-07-01', '2022-12-31'];
    for (const [index, donatedOn] of days.entries()) {
      expect((await record({ product: index === 3 ? 'plasma' : 'platelets', donatedOn })).status).toBe(201);
    }
    const first = (await list('limit=2')).body;
    const second = (await list(`limit=2&after=${first.nextAfter}`)).body;
    const third = (await list(`limit=2&after=${second.nextAfter}`)).body;
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ donatedOn }) => donatedOn));
    expect(seen).toEqual(days.toSorted().toReversed());
    expect(new Set([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(5);
    expect(third.nextAfter).toBeNull();
    expect((await citizen().list(`after=${first.nextAfter}`)).body.code).toBe('invalid-cursor');
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'product=plasma']) {
      expect((await list(query)).status).toBe(400);
    }
  });

  it('shows them under "mine"', async () => {
    const { ask, record } = citizen();
    const { body } = await record();
    const mine = await ask<object>('GET', '/api/v1/donations/mine');
    expect(mine.body).toMatchObject({ donationRecords: [body] });
  });
});

describe('a donation a coordinator enters', () => {
  it('counts like any other, says its source, and leaves an audit row with a sealed reason', async () => {
    const { donor, coordinatorId, enter, show } = await coordinatorAndDonor();
    const created = await enter();
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ source: 'entered-by-coordinator', donatedOn: '2026-05-04', version: 1 });
    const { id } = created.body;
    expect(created.headers.get('location')).toBe(`/api/v1/donations/people/${donor.personId}/blood-records/${id}`);
    expect((await show(id)).body).toEqual(created.body);
    expect((await donor.list()).body.items).toEqual([created.body]);
    expect(await recordedOf(donor.personId)).toMatchObject([{ recordId: id, source: 'entered-by-coordinator' }]);
    const audit = await auditOf(donor.personId);
    expect(audit).toMatchObject([
      { action: 'record-blood-donation', actorId: coordinatorId, subjectType: 'donation-record', subjectId: id },
      { action: 'read-blood-donation-record', actorId: coordinatorId, subjectId: id, sealedReason: null },
    ]);
    const keys = new PersonKeys(service.runtime.keys, service.clock);
    const key = await keys.find(service.runtime.reads.manager, donor.personId);
    expect(key?.open('audit-reason', audit[0]?.sealedReason ?? '')).toBe(reason);
    expect(await everythingStored(service)).not.toContain(Buffer.from(reason).toString('latin1'));
  });

  it('is the same donation for both: neither enters what the other has', async () => {
    const { donor, enter } = await coordinatorAndDonor();
    await donor.record();
    expect(await enter()).toMatchObject({ status: 409, body: { code: 'already-recorded' } });
    expect(await auditOf(donor.personId)).toEqual([]);
    await enter({ product: 'platelets', donatedOn: '2026-01-01', reason });
    expect((await donor.record({ product: 'platelets', donatedOn: '2026-01-01' })).body.code).toBe('already-recorded');
  });

  it('is taken back with a reason, whoever entered it, once', async () => {
    const { donor, coordinatorId, remove } = await coordinatorAndDonor();
    const { id } = (await donor.record()).body;
    expect((await remove(id, {})).body.code).toBe('invalid-request');
    const removed = await remove(id);
    expect(removed).toMatchObject({ status: 200, body: { id, removedAt: '2026-11-23T08:00:00.000Z', version: 2 } });
    expect((await remove(id)).body).toEqual(removed.body);
    expect((await donor.list()).body.items).toEqual([]);
    expect(await auditOf(donor.personId)).toMatchObject([
      {
        action: 'remove-blood-donation-record',
        actorId: coordinatorId,
        subjectId: id,
        sealedReason: expect.any(String),
      },
    ]);
  });

  it('belongs to one person: under another it is not found', async () => {
    const { donor, show, remove } = await coordinatorAndDonor();
    const other = await coordinatorAndDonor();
    const { id } = (await donor.record()).body;
    expect((await show(id, other.donor.personId)).status).toBe(404);
    expect((await remove(id, undefined, other.donor.personId)).status).toBe(404);
    expect((await donor.show(id)).body.removedAt).toBeNull();
    expect(await auditOf(other.donor.personId)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['no reason', { reason: undefined }, 'reason'],
    ['an empty reason', { reason: '  ' }, 'reason'],
    ['an endless reason', { reason: '长'.repeat(501) }, 'reason'],
    ['tomorrow', { donatedOn: '2026-11-24' }, 'donatedOn'],
  ])('is refused with %s', async (_, change, field) => {
    const { donor, enter } = await coordinatorAndDonor();
    const { status, body } = await enter({ ...wholeBlood, reason, ...change });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors.map((error) => error.path)).toContain(field);
    expect(await auditOf(donor.personId)).toEqual([]);
  });

  it('waits for a person who is still on the way, and not for ever', async () => {
    const { donor, enter } = await coordinatorAndDonor();
    const personId = newId();
    const headers = { 'idempotency-key': 'for-a-newcomer' };
    const entering = enter({ ...wholeBlood, reason }, personId, headers);
    // Comes behind it and is answered first: by then the other has begun to wait.
    await donor.list();
    await register(personId);
    expect((await entering).status).toBe(201);
    expect((await enter(undefined, newId())).body.code).toBe('not-found');
    expect((await enter(undefined, 'nonsense')).body.code).toBe('not-found');
  });
});

it('lets in citizens to their own and coordinators to people', async () => {
  const staff = await service.staffToken({ roles: ['coordinator', 'ops'] });
  const ops = await service.staffToken({ roles: ['ops'] });
  const somebody = await service.citizenToken();
  const ofPerson = `/api/v1/donations/people/${newId()}/blood-records`;
  const routes = [
    ['POST', path, staff],
    ['GET', path, staff],
    ['GET', `${path}/${newId()}`, staff],
    ['DELETE', `${path}/${newId()}`, staff],
    ...[somebody, ops].flatMap((token) => [
      ['POST', ofPerson, token] as const,
      ['GET', `${ofPerson}/${newId()}`, token] as const,
      ['POST', `${ofPerson}/${newId()}/removal`, token] as const,
    ]),
  ] as const;
  for (const [method, route, token] of routes) {
    const body = method === 'POST' ? { ...wholeBlood, reason } : undefined;
    expect((await service.request(method, route, { body })).status).toBe(401);
    expect((await service.request(method, route, { body, token })).status).toBe(403);
  }
});

async function recordedOf(personId: string): Promise<DonationRecorded[]> {
  return (await service.emitted(DonationRecorded)).filter((event) => event.personId === personId);
}

function profile(personId: string, birthDate: string): Promise<void> {
  const details = { phone: null, displayName: '蓝小芳', language: 'zh-CN', sex: 'female', area: null } as const;
  const sealed = service.peopleSeal.seal(personId, { ...details, birthDate });
  return service.receive(PersonChanged, { personId, sealed }, { aggregateId: personId });
}
