import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { StemCellIntentRegistered, StemCellStageChanged } from '@sanxian/shared/contracts';
import { OutboxRow } from '@sanxian/shared/messaging';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { In } from 'typeorm';
import { donationsService } from '../src/donations.module.js';
import type { StemCellIntentResponse } from '../src/stem-cell/stem-cell-intent.dto.js';
import { StemCellIntent } from '../src/stem-cell/stem-cell-intent.entity.js';
import { StemCellStageChange } from '../src/stem-cell/stem-cell-stage-change.entity.js';
import { Citizen } from './citizen.js';
import { everythingStored } from './everything-stored.js';

const path = '/api/v1/donations/stem-cell/intents';
const sister = { name: '蓝小芳', relation: '姐姐', phone: '13905780011' };
const friend = { name: '雷大勇', relation: '同事', phone: '13905780022' };
const wish = { consentTextVersion: '2026-11', contacts: [sister, friend], area: '331102' };

let service: TestService;
beforeAll(async () => {
  service = await startTestService(donationsService);
});
afterAll(async () => {
  expect(service.consumerErrors).toEqual([]);
  await service.close();
});

/** An adult who agreed to the registry. */
async function candidate(): Promise<Citizen> {
  const citizen = await new Citizen(service).isBorn('1994-03-07');
  return citizen.agrees('stem-cell-registry');
}

const register = (citizen: Citizen, body: object = wish, headers: Record<string, string> = {}) =>
  citizen.ask<StemCellIntentResponse>('POST', path, body, headers);
const show = (citizen: Citizen, id: string) => citizen.ask<StemCellIntentResponse>('GET', `${path}/${id}`);
const withdraw = (citizen: Citizen, id: string, headers: Record<string, string> = {}) =>
  citizen.ask('DELETE', `${path}/${id}`, undefined, headers);
const openIntentOf = async (citizen: Citizen) =>
  (await citizen.ask<{ stemCellIntent: StemCellIntentResponse | null }>('GET', '/api/v1/donations/mine')).body
    .stemCellIntent;
const historyOf = async (intentId: string) =>
  (await service.runtime.reads.manager.find(StemCellStageChange, { where: { intentId }, order: { id: 'ASC' } })).map(
    ({ stage, changedBy, changedAt }) => [stage, changedBy, changedAt.toISOString()],
  );
const announced = async (intentId: string) => [
  ...(await service.emitted(StemCellIntentRegistered)).filter((event) => event.intentId === intentId),
  ...(await service.emitted(StemCellStageChanged)).filter((event) => event.intentId === intentId),
];

describe('registering a stem cell intent', () => {
  it('stores it, shows it with contacts masked, and announces it without them', async () => {
    const citizen = await candidate();
    const now = service.clock.now();
    const sevenDaysLater = new Date(now.getTime() + 7 * 86_400_000).toISOString();
    const created = await register(citizen);
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: expect.any(String),
      stage: 'INTENT',
      area: '331102',
      contacts: [
        { name: '蓝*', relation: '姐姐', phone: '139****0011' },
        { name: '雷*', relation: '同事', phone: '139****0022' },
      ],
      consentTextVersion: '2026-11',
      registeredAt: now.toISOString(),
      coolingOffEndsAt: sevenDaysLater,
      isInCoolingOff: true,
      withdrawnAt: null,
      version: 1,
    });
    const { id } = created.body;
    expect(created.headers.get('location')).toBe(`${path}/${id}`);
    expect(created.headers.get('etag')).toBe('"1"');
    expect((await show(citizen, id)).body).toEqual(created.body);
    expect(await openIntentOf(citizen)).toEqual(created.body);
    expect(await historyOf(id)).toEqual([['INTENT', 'self', now.toISOString()]]);
    expect(await announced(id)).toEqual([
      {
        intentId: id,
        personId: citizen.personId,
        area: '331102',
        registeredAt: now.toISOString(),
        coolingOffEndsAt: sevenDaysLater,
      },
    ]);
  });

  it('cools off for seven days to the millisecond', async () => {
    const citizen = await candidate();
    const { id } = (await register(citizen)).body;
    service.clock.advance({ days: 7, milliseconds: -1 });
    expect((await show(citizen, id)).body.isInCoolingOff).toBe(true);
    service.clock.advance({ milliseconds: 1 });
    expect((await show(citizen, id)).body.isInCoolingOff).toBe(false);
  });

  it('keeps the contacts unreadable on disk, in rows and in events', async () => {
    const citizen = await candidate();
    const plant = (name: string, relation: string, phone: string) => ({ name, relation, phone });
    const contacts = [
      plant('欧阳植入甲', '植入关系乙', '13711112222'),
      plant('司徒植入丙', 'PlantedKin', '13722223333'),
    ];
    const headers = { 'idempotency-key': newId() };
    expect((await register(citizen, { ...wish, contacts }, headers)).status).toBe(201);
    const stored = await everythingStored(service);
    expect(stored).toContain(citizen.personId);
    for (const text of contacts.flatMap((contact) => Object.values(contact))) {
      expect(stored).not.toContain(Buffer.from(text).toString('latin1'));
      expect(stored).not.toContain(Buffer.from(text).toString('base64').replace(/=+$/, ''));
    }
  });

  it.each<[string, (citizen: Citizen) => Promise<unknown>]>([
    ['consent-missing', (citizen) => citizen.isBorn('1994-03-07')],
    ['consent-missing', async (citizen) => (await citizen.isBorn('1994-03-07')).agrees('blood-contact')],
    [
      'consent-text-outdated',
      async (citizen) => (await citizen.isBorn('1994-03-07')).agrees('stem-cell-registry', '2025-01'),
    ],
    ['birth-date-missing', (citizen) => citizen.agrees('stem-cell-registry')],
    ['birth-date-missing', async (citizen) => (await citizen.isBorn(null)).agrees('stem-cell-registry')],
    ['under-age', async (citizen) => (await citizen.isBorn('2012-03-07')).agrees('stem-cell-registry')],
    ['over-age', async (citizen) => (await citizen.isBorn('1975-03-07')).agrees('stem-cell-registry')],
  ])('says %s and stores nothing', async (code, prepare) => {
    const citizen = new Citizen(service);
    await prepare(citizen);
    expect(await register(citizen)).toMatchObject({ status: 409, body: { code } });
    expect(await openIntentOf(citizen)).toBeNull();
    const { personId } = citizen;
    expect((await service.emitted(StemCellIntentRegistered)).filter((event) => event.personId === personId)).toEqual(
      [],
    );
  });

  it('knows the consent as it is now', async () => {
    const citizen = await (await candidate()).disagrees('stem-cell-registry');
    expect((await register(citizen)).body.code).toBe('consent-missing');
    await citizen.agrees('stem-cell-registry', '2027-01');
    expect((await register(citizen)).body.code).toBe('consent-text-outdated');
    const { status, body } = await register(citizen, { ...wish, consentTextVersion: '2027-01' });
    expect([status, body.consentTextVersion]).toEqual([201, '2027-01']);
  });

  it('has words of its own for a code that blood has, too', async () => {
    const citizen = new Citizen(service);
    const { text } = await register(citizen);
    expect(text).toContain('造血干细胞');
    expect(text).not.toContain('献血');
  });

  it('counts days as Lishui does: the 18th and the 46th birthday begin at midnight there', async () => {
    const today = new Date(service.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    const yearsBefore = (years: number) => `${Number(tomorrow.slice(0, 4)) - years}${tomorrow.slice(4)}`;
    const comesOfAge = await (await new Citizen(service).isBorn(yearsBefore(18))).agrees('stem-cell-registry');
    const isTooOld = await (await new Citizen(service).isBorn(yearsBefore(46))).agrees('stem-cell-registry');
    service.clock.set(`${today}T15:59:59.999Z`);
    expect((await register(comesOfAge)).body.code).toBe('under-age');
    const last = await register(isTooOld);
    expect(last.status).toBe(201);
    await withdraw(isTooOld, last.body.id);
    service.clock.advance({ milliseconds: 1 });
    expect((await register(comesOfAge)).status).toBe(201);
    expect((await register(isTooOld)).body.code).toBe('over-age');
  });

  const [withoutName, withoutPhone] = [
    { relation: '姐姐', phone: '13905780011' },
    { name: '蓝小芳', relation: '姐姐' },
  ];
  it.each<[string, object, string]>([
    ['no text version', { consentTextVersion: undefined }, 'consentTextVersion'],
    ['a number as text version', { consentTextVersion: 2026 }, 'consentTextVersion'],
    ['an endless text version', { consentTextVersion: 'v'.repeat(41) }, 'consentTextVersion'],
    ['no contacts', { contacts: undefined }, 'contacts'],
    ['no list of contacts', { contacts: sister }, 'contacts'],
    ['nobody to contact', { contacts: [] }, 'contacts'],
    ['one contact', { contacts: [sister] }, 'contacts'],
    ['three contacts', { contacts: [sister, friend, { ...friend, phone: '13905780033' }] }, 'contacts'],
    ['nothing instead of a contact', { contacts: [sister, null] }, 'contacts[1]'],
    ['a text instead of a contact', { contacts: ['蓝小芳', friend] }, 'contacts[0]'],
    ['one phone for both', { contacts: [sister, { ...friend, phone: sister.phone }] }, 'contacts'],
    ['one phone written in two ways', { contacts: [sister, { ...friend, phone: '+86 139-0578 0011' }] }, 'contacts'],
    ['a contact without a name', { contacts: [withoutName, friend] }, 'contacts[0].name'],
    ['a contact with an empty name', { contacts: [{ ...sister, name: ' ' }, friend] }, 'contacts[0].name'],
    ['a contact without a phone', { contacts: [withoutPhone, friend] }, 'contacts[0].phone'],
    ['a phone that is none', { contacts: [sister, { ...friend, phone: '057812345' }] }, 'contacts[1].phone'],
    ['an empty relation', { contacts: [sister, { ...friend, relation: '' }] }, 'contacts[1].relation'],
    ['a long relation', { contacts: [sister, { ...friend, relation: '亲'.repeat(21) }] }, 'contacts[1].relation'],
    ['more about a contact', { contacts: [sister, { ...friend, address: '中山街' }] }, 'contacts[1].address'],
    ['no area', { area: undefined }, 'area'],
    ['a foreign area', { area: 'US' }, 'area'],
    ['a tissue type', { hla: 'A*02:01' }, 'hla'],
    ['a person', { personId: newId() }, 'personId'],
  ])('refuses %s', async (_, change, field) => {
    const { status, body } = await register(await candidate(), { ...wish, ...change });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors.map((error) => error.path)).toContain(field);
  });

  it('takes the longest there is to say', async () => {
    const widest = { name: '𠮷'.repeat(50), relation: '𠮷'.repeat(20) };
    const contacts = [
      { ...widest, phone: '13905780011' },
      { ...widest, phone: '13905780022' },
    ];
    const citizen = await candidate();
    const { status, body } = await register(citizen, { ...wish, contacts, area: '331102103' });
    expect([status, body.contacts[1]?.relation]).toEqual([201, widest.relation]);
    const row = await service.runtime.reads.manager.findOneByOrFail(StemCellIntent, { id: body.id });
    expect(row.sealedContacts?.length).toBeLessThanOrEqual(2000);
  });

  it('happens once: a second one is refused while the first is open', async () => {
    const citizen = await candidate();
    const { id } = (await register(citizen)).body;
    expect(await register(citizen)).toMatchObject({ status: 409, body: { code: 'already-registered' } });
    expect((await openIntentOf(citizen))?.id).toBe(id);
  });

  it('happens once of a hundred at the same time', async () => {
    const citizen = await candidate();
    const answers = await Promise.all(Array.from({ length: 100 }, () => register(citizen)));
    const statuses = answers.map(({ status, body }) => (status === 201 ? '201' : `${status} ${body.code}`));
    expect(statuses.toSorted()).toEqual(['201', ...Array.from({ length: 99 }, () => '409 already-registered')]);
    const rows = await service.runtime.reads.manager.findBy(StemCellIntent, { personId: citizen.personId });
    expect(rows).toHaveLength(1);
  });

  it('is held to one by the database, too', async () => {
    const citizen = await candidate();
    await register(citizen);
    const [row] = await service.runtime.reads.manager.findBy(StemCellIntent, { personId: citizen.personId });
    const twin = service.runtime.unitOfWork.run((tx) => tx.manager.insert(StemCellIntent, { ...row, id: newId() }));
    await expect(twin).rejects.toThrow(/(unique|duplicate).*open_key/i);
  });

  it('answers a repetition with the first answer', async () => {
    const citizen = await candidate();
    const key = { 'idempotency-key': newId() };
    const answers = await Promise.all([1, 2, 3].map(() => register(citizen, wish, key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect((await register(citizen, { ...wish, area: '331121' }, key)).status).toBe(422);
  });
});

describe('withdrawing a stem cell intent', () => {
  it('happens once, in and after the cooling-off, erases the contacts and leaves the proof', async () => {
    for (const days of [0, 30]) {
      const citizen = await candidate();
      const registered = (await register(citizen)).body;
      service.clock.advance({ days });
      const now = service.clock.now().toISOString();
      expect((await withdraw(citizen, registered.id)).status).toBe(204);
      service.clock.advance({ minutes: 1 });
      expect((await withdraw(citizen, registered.id)).status).toBe(204);
      const withdrawn = { ...registered, stage: 'WITHDRAWN', contacts: [], isInCoolingOff: false };
      expect((await show(citizen, registered.id)).body).toEqual({ ...withdrawn, withdrawnAt: now, version: 2 });
      expect(await openIntentOf(citizen)).toBeNull();
      const row = await service.runtime.reads.manager.findOneByOrFail(StemCellIntent, { id: registered.id });
      expect([row.sealedContacts, row.openKey]).toEqual([null, null]);
      expect(await historyOf(registered.id)).toEqual([
        ['INTENT', 'self', registered.registeredAt],
        ['WITHDRAWN', 'self', now],
      ]);
      const { personId } = citizen;
      expect((await announced(registered.id)).slice(1)).toEqual([
        {
          intentId: registered.id,
          personId,
          previousStage: 'INTENT',
          stage: 'WITHDRAWN',
          changedBy: 'self',
          changedAt: now,
        },
      ]);
    }
  });

  it('happens once when asked ten times at once', async () => {
    const citizen = await candidate();
    const { id } = (await register(citizen)).body;
    const answers = await Promise.all(Array.from({ length: 10 }, () => withdraw(citizen, id)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 204));
    expect(await historyOf(id)).toHaveLength(2);
    expect((await announced(id)).slice(1)).toHaveLength(1);
  });

  it('minds If-Match', async () => {
    const citizen = await candidate();
    const { id } = (await register(citizen)).body;
    const stale = await withdraw(citizen, id, { 'if-match': '"2"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale-version' } });
    expect((await withdraw(citizen, id, { 'if-match': '"1"' })).status).toBe(204);
  });

  it('leaves room for a new one, and stays for ever', async () => {
    const citizen = await candidate();
    const first = (await register(citizen)).body;
    await withdraw(citizen, first.id);
    const second = (await register(citizen)).body;
    expect(second.id).not.toBe(first.id);
    expect((await show(citizen, first.id)).body.stage).toBe('WITHDRAWN');
    await withdraw(citizen, first.id);
    expect((await openIntentOf(citizen))?.id).toBe(second.id);
    await citizen.agrees('stem-cell-registry');
    expect((await show(citizen, first.id)).body.stage).toBe('WITHDRAWN');
  });
});

describe('withdrawing the consent to the registry', () => {
  it('withdraws the intent, once, however often it is heard', async () => {
    const citizen = await candidate();
    const { id } = (await register(citizen)).body;
    const now = service.clock.now().toISOString();
    const envelope = { version: 2, eventId: newId() };
    await citizen.disagrees('stem-cell-registry', envelope);
    await citizen.disagrees('stem-cell-registry', envelope);
    const { body } = await show(citizen, id);
    expect(body).toMatchObject({ stage: 'WITHDRAWN', contacts: [], withdrawnAt: now, version: 2 });
    expect((await historyOf(id)).slice(1)).toEqual([['WITHDRAWN', 'consent-withdrawn', now]]);
    expect((await announced(id)).slice(1)).toMatchObject([{ stage: 'WITHDRAWN', changedBy: 'consent-withdrawn' }]);
    expect(await openIntentOf(citizen)).toBeNull();
  });

  it('is proven after the intent has ended, in one transaction', async () => {
    const citizen = await candidate();
    const { id } = (await register(citizen)).body;
    await citizen.disagrees('stem-cell-registry');
    const rows = await service.runtime.reads.manager.find(OutboxRow, {
      where: { aggregateId: In([id, citizen.personId]) },
      order: { id: 'DESC' },
      take: 2,
    });
    expect(rows.map(({ type }) => type)).toEqual([
      'donations.consent-applied.v1',
      'donations.stem-cell-stage-changed.v1',
    ]);
  });

  it('is no other consent, and nobody else', async () => {
    const [citizen, other] = [await candidate(), await candidate()];
    const { id } = (await register(citizen)).body;
    await citizen.agrees('organ-registration');
    await citizen.disagrees('organ-registration');
    await other.disagrees('stem-cell-registry');
    expect((await show(citizen, id)).body.stage).toBe('INTENT');
  });

  it('does not bring the intent back when it is given again', async () => {
    const citizen = await candidate();
    const { id } = (await register(citizen)).body;
    await citizen.disagrees('stem-cell-registry');
    await citizen.agrees('stem-cell-registry');
    expect((await show(citizen, id)).body.stage).toBe('WITHDRAWN');
    expect((await register(citizen)).status).toBe(201);
  });

  it('heard late ends what stood on the older consent, and not what stands on the newer', async () => {
    const early = await new Citizen(service).isBorn('1994-03-07');
    await early.agrees('stem-cell-registry', '2026-11', 2);
    const before = (await register(early)).body;
    await early.agrees('stem-cell-registry', '2026-11', 4);
    await early.disagrees('stem-cell-registry', { version: 3 });
    expect((await show(early, before.id)).body.stage).toBe('WITHDRAWN');

    const late = await new Citizen(service).isBorn('1994-03-07');
    await late.agrees('stem-cell-registry', '2026-11', 4);
    const after = (await register(late)).body;
    await late.disagrees('stem-cell-registry', { version: 3 });
    expect((await show(late, after.id)).body.stage).toBe('INTENT');
  });
});

it('hides what belongs to somebody else', async () => {
  const [owner, stranger] = [await candidate(), await candidate()];
  const { id } = (await register(owner)).body;
  for (const foreign of [id, newId(), 'nonsense']) {
    expect(await show(stranger, foreign)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await withdraw(stranger, foreign)).status).toBe(404);
  }
  expect((await show(owner, id)).body.stage).toBe('INTENT');
  expect(await openIntentOf(stranger)).toBeNull();
});

it('lets in nobody but citizens', async () => {
  const staff = await service.staffToken({ roles: ['coordinator', 'ops'] });
  const routes = [
    ['POST', path],
    ['GET', `${path}/${newId()}`],
    ['DELETE', `${path}/${newId()}`],
  ] as const;
  for (const [method, route] of routes) {
    const body = method === 'POST' ? wish : undefined;
    expect((await service.request(method, route, { body })).status).toBe(401);
    expect((await service.request(method, route, { body, token: staff })).status).toBe(403);
  }
});
