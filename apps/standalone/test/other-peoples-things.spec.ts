import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { donationsService } from '@sanxian/donations/module';
import { gatewayService } from '@sanxian/gateway/module';
import { notificationsService } from '@sanxian/notifications/module';
import { wholePolicies } from '@sanxian/shared/http';
import type { RoutePolicy } from '@sanxian/shared/security';
import { eventually } from '@sanxian/shared/testing';
import { volunteersService } from '@sanxian/volunteers/module';
import type { LoggedIn } from './log-in-as.js';
import { startTestSystem, type TestSystem } from './test-system.js';

interface OwnedThing {
  /** Makes one that belongs to the owner, and tells its id. */
  readonly make: () => Promise<string>;
  /** Staff who may see it too, by their role in the branch or on behalf of people. */
  readonly alsoFor?: 'coordinator';
}

/** What a citizen reaches by a path parameter without it being theirs, and why that is right. */
const notOwned: Readonly<Record<string, string>> = {
  '/api/v1/me/consents/:purpose': 'the purpose is a word; the consents are those of the token',
  '/api/v1/me/consents/:purpose/proof': 'the same',
  '/api/v1/me/consents/:purpose/history': 'the same',
  '/api/v1/volunteers/events/:id': 'published events are for everybody',
  '/api/v1/volunteers/shifts/:id': 'so are their shifts',
  '/api/v1/volunteers/shifts/:id/sign-ups': 'everybody may sign up',
};

let system: TestSystem;
let owner: LoggedIn;
let stranger: LoggedIn;
let ops: LoggedIn;

async function post(path: string, body: object, token = owner.token): Promise<string> {
  const answer = await system.request<{ id: string }>('POST', path, { token, body });
  if (answer.status !== 201) throw new Error(`POST ${path} answered ${answer.status} ${answer.text}`);
  return answer.body.id;
}

async function agree(purpose: string): Promise<string> {
  const { token } = owner;
  const { body } = await system.request<{ items: { purpose: string; currentTextVersion: string }[] }>(
    'GET',
    '/api/v1/me/consents',
    { token },
  );
  const textVersion = body.items.find((item) => item.purpose === purpose)!.currentTextVersion;
  await system.request('PUT', `/api/v1/me/consents/${purpose}`, { token, body: { textVersion } });
  return textVersion;
}

async function bloodIntent(): Promise<string> {
  await agree('blood-contact');
  return post('/api/v1/donations/blood/intents', { product: 'platelets', area: '331102' });
}

async function stemCellIntent(): Promise<string> {
  const contacts = [
    { name: '郁秋白', relation: '朋友', phone: '13900000001' },
    { name: '郁冬青', relation: '兄弟', phone: '13900000002' },
  ];
  const consentTextVersion = await agree('stem-cell-registry');
  return post('/api/v1/donations/stem-cell/intents', { consentTextVersion, contacts, area: '331102' });
}

async function organDecision(): Promise<string> {
  await agree('organ-registration');
  return post('/api/v1/donations/organ/decisions', { decision: 'refuse', form: 'written' });
}

async function signUp(): Promise<string> {
  await agree('volunteer-service');
  await post('/api/v1/volunteers/profiles', { skills: [], languages: ['zh'], area: '331102' });
  const coordinator = await system.staff('coordinator');
  const { branchId, token } = coordinator;
  const startsAt = new Date(Date.now() + 20 * 86_400_000).toISOString();
  const endsAt = new Date(Date.now() + 20 * 86_400_000 + 3_600_000).toISOString();
  const events = '/api/v1/volunteers/events';
  const place = { name: '白云社区', area: '331102' };
  const event = { title: '测试', kind: 'meeting', place, startsAt, endsAt, risk: 'low', branchId };
  const eventId = await post(events, event, token);
  const shift = { role: '会务', startsAt, endsAt, min: 1, max: 1, requiredSkills: [] };
  const shiftId = await post(`${events}/${eventId}/shifts`, shift, token);
  await system.request('POST', `${events}/${eventId}/publication`, { token, body: {} });
  return post(`/api/v1/volunteers/shifts/${shiftId}/sign-ups`, {});
}

async function inboxMessage(): Promise<string> {
  await bloodIntent();
  return eventually(async () => {
    const { body } = await system.request<{ items: { id: string }[] }>('GET', '/api/v1/notifications/inbox', {
      token: owner.token,
    });
    if (!body.items[0]) throw new Error('the inbox is empty');
    return body.items[0].id;
  });
}

const record = { product: 'whole-blood', donatedOn: '2024-05-04' };
const owned: Readonly<Record<string, OwnedThing>> = {
  '/api/v1/donations/blood/intents/:id': { make: bloodIntent },
  '/api/v1/donations/blood/records/:id': { make: () => post('/api/v1/donations/blood/records', record) },
  '/api/v1/donations/stem-cell/intents/:id': { make: stemCellIntent },
  '/api/v1/donations/organ/decisions/:id': { make: organDecision },
  '/api/v1/volunteers/sign-ups/:id': { make: signUp, alsoFor: 'coordinator' },
  '/api/v1/volunteers/my/calendar-links/:id': { make: () => post('/api/v1/volunteers/my/calendar-links', {}) },
  '/api/v1/notifications/inbox/:id/read': { make: inboxMessage },
};

const routes = [gatewayService, donationsService, volunteersService, notificationsService]
  .flatMap((service) => Object.entries<RoutePolicy>(wholePolicies(service)))
  .filter(([key, policy]) => key.includes(':') && policy !== 'public' && policy.roles.includes('citizen'))
  .map(([key]) => key.split(' ') as [method: string, pattern: string]);

beforeAll(async () => {
  system = await startTestSystem();
  owner = await system.citizen('19912340201');
  stranger = await system.citizen('19912340202');
  ops = await system.staff('ops');
  const born = { birthDate: '1995-05-05', sex: 'male' };
  await system.request('PATCH', '/api/v1/me', { token: owner.token, body: born });
});

afterAll(() => system.stop());

it('knows of every route with a parameter whether it leads to something of a person', () => {
  const patterns = new Set(routes.map(([, pattern]) => pattern));
  expect([...Object.keys(owned), ...Object.keys(notOwned)].toSorted()).toEqual([...patterns].toSorted());
});

describe.each(Object.keys(owned))('%s', (pattern) => {
  const { make } = owned[pattern]!;
  const methods = routes.filter(([, other]) => other === pattern).map(([method]) => method);
  let id: string;

  beforeAll(async () => {
    id = await make();
  });

  /** What is there and not theirs looks to them like what is not there. */
  it.each([['a stranger'], ['ops']])('is not found by %s', async (who) => {
    const { token } = who === 'ops' ? ops : stranger;
    for (const method of methods) {
      const { status, body } = await call(method, id, token);
      expect([method, status, body.code]).toEqual([
        method,
        who === 'ops' ? expect.any(Number) : 404,
        expect.any(String),
      ]);
      expect([403, 404]).toContain(status);
      const nothing = await call(method, '018f2d4e-7c1a-7000-8000-00000000dead', token);
      expect([nothing.status, nothing.body.code]).toEqual([status, body.code]);
    }
  });

  it('is there for its owner, untouched by who tried', async () => {
    for (const method of ['GET', 'POST', 'DELETE'].filter((one) => methods.includes(one))) {
      const { status } = await call(method, id, owner.token);
      expect([`${method} 200`, `${method} 204`]).toContain(`${method} ${status}`);
    }
  });

  const call = (method: string, thing: string, token: string) =>
    system.request<{ code?: string }>(method, pattern.replace(':id', thing), {
      token,
      ...(method === 'POST' ? { body: {} } : {}),
    });
});
