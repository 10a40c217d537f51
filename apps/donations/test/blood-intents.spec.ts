import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import {
  BloodIntentRegistered,
  BloodIntentWithdrawn,
  ConsentGranted,
  ConsentWithdrawn,
  type Purpose,
} from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import type { BloodIntentResponse } from '../src/blood/blood-intent.dto.js';
import type { BloodIntentPage } from '../src/blood/list-my-intents/list-my-intents.dto.js';
import { donationsService } from '../src/donations.module.js';
import { everythingStored } from './everything-stored.js';

const path = '/api/v1/donations/blood/intents';
const wholeBlood = { product: 'whole-blood', area: '331102' };
const healthy = {
  area: '331102',
  product: 'whole-blood',
  person: { birthDate: '1990-05-05', sex: 'female', weightKg: 55 },
};

interface Problem {
  code: string;
  errors: { path: string; code: string; message: string }[];
}

let service: TestService;
beforeAll(async () => {
  service = await startTestService(donationsService);
});
afterAll(() => service.close());

async function consent(personId: string, purpose: Purpose = 'blood-contact') {
  const grantedAt = service.clock.now().toISOString();
  const fields = { personId, purpose, textVersion: '2026-1', grantedAt };
  await service.receive(ConsentGranted, fields, { aggregateId: personId });
}

async function consentingCitizen() {
  const personId = newId();
  await consent(personId);
  // A token lives ten minutes and some tests let hours pass: a new one each time.
  const ask = async <Body>(method: string, route: string, body?: object, headers: Record<string, string> = {}) =>
    service.request<Body>(method, route, { token: await service.citizenToken(personId), body, headers });
  return {
    personId,
    ask,
    register: (body: object = wholeBlood, headers: Record<string, string> = {}) =>
      ask<BloodIntentResponse & Problem>('POST', path, body, headers),
    show: (id: string) => ask<BloodIntentResponse & Problem>('GET', `${path}/${id}`),
    withdraw: (id: string, headers: Record<string, string> = {}) =>
      ask<Problem>('DELETE', `${path}/${id}`, undefined, headers),
    list: (query = '') => ask<BloodIntentPage & Problem>('GET', `${path}?${query}`),
  };
}

async function receiptFor(product: string): Promise<string> {
  const answer = await service.request<{ receipt: string }>('POST', '/api/v1/donations/blood/pre-screens', {
    body: { ...healthy, product, answers: { 'oral-care': { on: '2026-11-22' } } },
  });
  return answer.body.receipt;
}

describe('registering a blood intent', () => {
  it('stores it, shows it and announces it', async () => {
    const { personId, register, show } = await consentingCitizen();
    const created = await register({
      ...wholeBlood,
      volumeMl: 300,
      bloodType: { abo: 'AB', rhD: 'negative' },
      preferredDays: ['sun', 'mon'],
      preScreenReceipt: await receiptFor('whole-blood'),
    });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: expect.any(String),
      status: 'active',
      product: 'whole-blood',
      volumeMl: 300,
      bloodType: { abo: 'AB', rhD: 'negative' },
      area: '331102',
      preferredDays: ['mon', 'sun'],
      preScreen: { outcome: 'deferred', on: '2026-11-23', ruleSetId: 'CN-ZJ-2011' },
      registeredAt: '2026-11-23T08:00:00.000Z',
      withdrawnAt: null,
      version: 1,
    });
    expect(created.headers.get('location')).toBe(`${path}/${created.body.id}`);
    expect(created.headers.get('etag')).toBe('"1"');
    const shown = await show(created.body.id);
    expect([shown.status, shown.body]).toEqual([200, created.body]);
    expect(await emittedFor(created.body.id)).toEqual([
      {
        intentId: created.body.id,
        personId,
        product: 'whole-blood',
        area: '331102',
        registeredAt: '2026-11-23T08:00:00.000Z',
      },
    ]);
  });

  it('takes the least there is to say', async () => {
    const { register } = await consentingCitizen();
    const { status, body } = await register({ product: 'platelets', area: '331102103' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ volumeMl: null, bloodType: null, preferredDays: [], preScreen: null });
  });

  it('keeps the blood type unreadable on disk, and it never leaves in an event', async () => {
    const { register } = await consentingCitizen();
    await register({ ...wholeBlood, bloodType: { abo: 'O', rhD: 'negative' } });
    const stored = await everythingStored(service);
    expect(stored).toContain('whole-blood');
    for (const planted of ['"abo"', '"rhD"', 'negative', 'positive']) expect(stored).not.toContain(planted);
  });

  it('needs the consent to contact, of this purpose and not withdrawn', async () => {
    const personId = newId();
    const token = await service.citizenToken(personId);
    const register = () => service.request<Problem>('POST', path, { token, body: wholeBlood });
    expect(await register()).toMatchObject({ status: 409, body: { code: 'consent-missing' } });
    await consent(personId, 'volunteer-service');
    expect(await register()).toMatchObject({ status: 409, body: { code: 'consent-missing' } });
    await consent(personId);
    const { status, body } = await service.request<BloodIntentResponse>('POST', path, { token, body: wholeBlood });
    expect(status).toBe(201);
    const withdrawnAt = service.clock.now().toISOString();
    const fields = { personId, purpose: 'blood-contact' as const, withdrawnAt };
    await service.receive(ConsentWithdrawn, fields, { aggregateId: personId });
    expect(await register()).toMatchObject({ status: 409, body: { code: 'consent-missing' } });
    const kept = await service.request<BloodIntentResponse>('GET', `${path}/${body.id}`, { token });
    expect(kept.body.status).toBe('active');
  });

  it.each<[string, object, string]>([
    ['no product', { product: undefined }, 'product'],
    ['plasma', { product: 'plasma' }, 'product'],
    ['no area', { area: undefined }, 'area'],
    ['a foreign area', { area: 'US' }, 'area'],
    ['a short area', { area: '3311' }, 'area'],
    ['an area as a number', { area: 331102 }, 'area'],
    ['another volume', { volumeMl: 250 }, 'volumeMl'],
    ['a volume as text', { volumeMl: '200' }, 'volumeMl'],
    ['a negative volume', { volumeMl: -200 }, 'volumeMl'],
    ['a volume of platelets', { product: 'platelets', volumeMl: 200 }, 'volumeMl'],
    ['a blood group alone', { bloodType: { abo: 'A' } }, 'bloodType.rhD'],
    ['a wrong blood group', { bloodType: { abo: 'C', rhD: 'positive' } }, 'bloodType.abo'],
    ['more than a blood type', { bloodType: { abo: 'A', rhD: 'positive', kell: 'K' } }, 'bloodType.kell'],
    ['blood type as a list', { bloodType: [] }, 'bloodType'],
    ['a wrong day', { preferredDays: ['monday'] }, 'preferredDays'],
    ['a day twice', { preferredDays: ['mon', 'mon'] }, 'preferredDays'],
    ['a day alone', { preferredDays: 'mon' }, 'preferredDays'],
    ['a receipt that is no text', { preScreenReceipt: 7 }, 'preScreenReceipt'],
    ['an endless receipt', { preScreenReceipt: 'a'.repeat(1001) }, 'preScreenReceipt'],
    ['an unknown field', { personId: newId() }, 'personId'],
  ])('refuses %s', async (_, change, field) => {
    const { register } = await consentingCitizen();
    const { status, body } = await register({ ...wholeBlood, ...change });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors.map((error) => error.path)).toContain(field);
  });

  it('refuses receipts that are forged, old, or for another product', async () => {
    const { register } = await consentingCitizen();
    const receipt = await receiptFor('whole-blood');
    const refusal = async (body: object) => {
      const answer = await register(body);
      return [answer.status, answer.body.code];
    };
    const platelets = { product: 'platelets', area: '331102', preScreenReceipt: receipt };
    expect(await refusal(platelets)).toEqual([409, 'receipt-for-another-product']);
    const [header, payload, signature] = receipt.split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as object;
    const better = Buffer.from(JSON.stringify({ ...claims, outcome: 'likely-eligible' })).toString('base64url');
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    for (const forged of [`${header}.${better}.${signature}`, `${unsigned}.${better}.`, 'nonsense', 'a.b.c']) {
      expect(await refusal({ ...wholeBlood, preScreenReceipt: forged })).toEqual([409, 'receipt-invalid']);
    }
    service.clock.advance({ minutes: 59 });
    expect((await register({ ...wholeBlood, preScreenReceipt: receipt })).status).toBe(201);
    service.clock.advance({ minutes: 1 });
    expect(await refusal({ ...wholeBlood, preScreenReceipt: receipt })).toEqual([409, 'receipt-expired']);
  });

  it('answers a repetition with the first answer, and registers once', async () => {
    const { register, list } = await consentingCitizen();
    const key = { 'idempotency-key': newId() };
    const answers = await Promise.all([1, 2, 3].map(() => register(wholeBlood, key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(2);
    expect((await register({ ...wholeBlood, area: '331121' }, key)).status).toBe(422);
    expect((await list()).body.items).toHaveLength(1);
  });
});

describe('withdrawing a blood intent', () => {
  it('happens once and stays visible', async () => {
    const { personId, register, show, withdraw } = await consentingCitizen();
    const { id } = (await register()).body;
    const now = service.clock.now().toISOString();
    expect((await withdraw(id)).status).toBe(204);
    expect((await withdraw(id)).status).toBe(204);
    expect((await show(id)).body).toMatchObject({ status: 'withdrawn', withdrawnAt: now, version: 2 });
    const withdrawn = (await service.emitted(BloodIntentWithdrawn)).filter(({ intentId }) => intentId === id);
    expect(withdrawn).toEqual([{ intentId: id, personId, product: 'whole-blood', withdrawnAt: now }]);
  });

  it('minds If-Match', async () => {
    const { register, withdraw } = await consentingCitizen();
    const { id } = (await register()).body;
    expect(await withdraw(id, { 'if-match': '"2"' })).toMatchObject({ status: 412, body: { code: 'stale-version' } });
    expect((await withdraw(id, { 'if-match': '"1"' })).status).toBe(204);
  });

  it('leaves other active intents alone', async () => {
    const { register, show, withdraw } = await consentingCitizen();
    const [first, second] = [(await register()).body.id, (await register()).body.id];
    await withdraw(first);
    expect((await show(second)).body.status).toBe('active');
  });
});

describe('reading blood intents', () => {
  it('hides what belongs to somebody else', async () => {
    const owner = await consentingCitizen();
    const stranger = await consentingCitizen();
    const { id } = (await owner.register()).body;
    expect(await stranger.show(id)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await stranger.withdraw(id)).status).toBe(404);
    expect((await stranger.show('nonsense')).status).toBe(404);
    expect((await owner.show(id)).body.status).toBe('active');
    expect((await stranger.list()).body).toEqual({ items: [], nextAfter: null });
  });

  it('lists the newest first, page by page, and refuses a foreign cursor', async () => {
    const { register, list } = await consentingCitizen();
    const registered: string[] = [];
    for (const wait of [0, 0, 1, 60, 0]) {
      service.clock.advance({ seconds: wait });
      registered.push((await register()).body.id);
    }
    const first = (await list('limit=2')).body;
    const second = (await list(`limit=2&after=${first.nextAfter}`)).body;
    const third = (await list(`limit=2&after=${second.nextAfter}`)).body;
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(seen).toEqual(registered.toReversed());
    expect(third.nextAfter).toBeNull();
    const stranger = await consentingCitizen();
    expect((await stranger.list(`after=${first.nextAfter}`)).body.code).toBe('invalid-cursor');
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'state=active']) {
      expect((await list(query)).status).toBe(400);
    }
  });

  it('shows them under "mine"', async () => {
    const { ask, register } = await consentingCitizen();
    const { body } = await register({ ...wholeBlood, bloodType: { abo: 'A', rhD: 'positive' } });
    const mine = await ask('GET', '/api/v1/donations/mine');
    const nothingElse = { donationRecords: [], stemCellIntent: null, organDecision: null };
    expect([mine.status, mine.body]).toEqual([200, { bloodIntents: [body], ...nothingElse }]);
  });
});

it('lets in nobody but citizens', async () => {
  const staff = await service.staffToken({ roles: ['coordinator', 'ops'] });
  const routes = [
    ['POST', path],
    ['GET', path],
    ['GET', `${path}/${newId()}`],
    ['DELETE', `${path}/${newId()}`],
    ['GET', '/api/v1/donations/mine'],
  ] as const;
  for (const [method, route] of routes) {
    const body = method === 'POST' ? wholeBlood : undefined;
    expect((await service.request(method, route, { body })).status).toBe(401);
    expect((await service.request(method, route, { body, token: staff })).status).toBe(403);
  }
});

async function emittedFor(intentId: string): Promise<BloodIntentRegistered[]> {
  return (await service.emitted(BloodIntentRegistered)).filter((event) => event.intentId === intentId);
}
