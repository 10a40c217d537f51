import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type ServiceName } from '@sanxian/shared/config';
import { eventually, type TestResponse } from '@sanxian/shared/testing';
import { findPlanted } from '../../../tools/process/find-planted.js';
import type { LoggedIn } from './log-in-as.js';
import { startTestSystem, type TestSystem } from './test-system.js';

const residentId = '331199198505150022';
const planted = {
  name: '蓝桂香',
  residentId,
  phone: '19912340177',
  contact: '雷建国大叔',
  contactPhone: '13957801166',
  otherContactPhone: '13957801177',
  formNumber: '青红会纸表第零一七七号',
  reason: '老人家没有手机也不会上网',
  withdrawal: '老人家今天走到窗口来说',
};
const form = { paperForm: { number: planted.formNumber, signedOn: '2026-11-02' }, reason: planted.reason };
const told = { reason: planted.withdrawal };
const consents = ['blood-contact', 'stem-cell-registry', 'organ-registration'];
const wishes = {
  blood: { product: 'platelets', bloodType: { abo: 'AB', rhD: 'negative' }, area: '331121' },
  stemCell: {
    consentTextVersion: '2026-11',
    contacts: [
      { name: planted.contact, relation: '邻居', phone: planted.contactPhone },
      { name: planted.contact, relation: '邻居', phone: planted.otherContactPhone },
    ],
    area: '331121208',
  },
  organ: { decision: 'opt-in', items: ['cornea'], form: 'written' },
};

let system: TestSystem;
let coordinator: LoggedIn;
beforeAll(async () => {
  system = await startTestSystem();
  coordinator = await system.staff('coordinator');
});
afterAll(() => system.stop());

interface Entered {
  readonly id: string;
  readonly code?: string;
}

/** What the coordinator does, each as a client that may have to ask again. */
function act<Body = Entered>(method: string, path: string, body: object): Promise<TestResponse<Body>> {
  const headers: Record<string, string> = method === 'POST' ? { 'idempotency-key': newId() } : {};
  return system.request<Body>(method, `/api/v1/${path}`, { token: coordinator.token, body, headers });
}

async function registerPerson(more: object = {}): Promise<string> {
  const answer = await act('POST', 'accounts/people', { displayName: planted.name, ...form, ...more });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

async function consentOnPaper(id: string): Promise<void> {
  for (const purpose of consents) {
    const path = `accounts/people/${id}/consents/${purpose}`;
    expect((await act('PUT', path, { textVersion: '2026-11', ...form })).status).toBe(200);
  }
}

const wish = (id: string, kind: string, body: object) =>
  act('POST', `donations/people/${id}/${kind}`, { ...body, ...form });

async function actionsOn(service: ServiceName, id: string): Promise<string[]> {
  const sql = 'SELECT action FROM audit_entries WHERE person_id = ? AND actor_id = ? ORDER BY id';
  const rows = await system.stored.rows<{ action: string }>(service, sql, id, coordinator.id);
  return rows.map(({ action }) => action);
}

describe('a person without a phone, for whom a coordinator acts', () => {
  let id: string;

  it('registers, consents and wishes one right after the other, and withdraws all of it', async () => {
    id = await registerPerson({ residentId });
    await consentOnPaper(id);
    const blood = await wish(id, 'blood-intents', wishes.blood);
    const stemCell = await wish(id, 'stem-cell-intents', wishes.stemCell);
    const organ = await wish(id, 'organ-decisions', wishes.organ);
    expect([blood, stemCell, organ].map(({ status, body }) => [status, body.code])).toEqual(
      Array(3).fill([201, undefined]),
    );

    const people = `donations/people/${id}`;
    for (const path of [`blood-intents/${blood.body.id}`, `stem-cell-intents/${stemCell.body.id}`]) {
      expect((await act('POST', `${people}/${path}/withdrawal`, told)).status).toBe(200);
    }
    const none = { decision: 'none', form: 'written' };
    expect((await wish(id, 'organ-decisions', none)).status).toBe(201);
    for (const purpose of consents) {
      expect((await act('POST', `accounts/people/${id}/consents/${purpose}/withdrawal`, told)).status).toBe(200);
    }
  });

  it('is spoken of in the audit trail of both services, in order', async () => {
    expect(await actionsOn('gateway', id)).toEqual([
      'register-person',
      ...Array<string>(3).fill('grant-consent'),
      ...Array<string>(3).fill('withdraw-consent'),
    ]);
    expect(await actionsOn('donations', id)).toEqual([
      'register-blood-intent',
      'register-stem-cell-intent',
      'record-organ-decision',
      'withdraw-blood-intent',
      'withdraw-stem-cell-intent',
      'record-organ-decision',
    ]);
    for (const service of ['gateway', 'donations'] as const) {
      expect(await system.stored.rows(service, 'SELECT id FROM paper_forms WHERE person_id = ?', id)).toHaveLength(4);
    }
  });

  it('gets no text message, and nothing is stuck for want of a phone', async () => {
    interface Message {
      status: string;
      drop_reason: string | null;
    }
    const sql = 'SELECT status, drop_reason FROM text_messages WHERE person_id = ?';
    await eventually(async () => {
      const messages = await system.stored.rows<Message>('notifications', sql, id);
      expect(messages.length).toBeGreaterThanOrEqual(4);
      expect(new Set(messages.map(({ status }) => status))).toEqual(new Set(['dropped']));
      expect(new Set(messages.map(({ drop_reason }) => drop_reason))).toEqual(new Set(['no-phone']));
    });
    for (const service of ['gateway', 'donations', 'volunteers', 'notifications'] as const) {
      expect([service, await system.stored.rows(service, 'SELECT * FROM held_messages')]).toEqual([service, []]);
    }
  });

  it('is found by their card, and by nothing else of theirs', async () => {
    const found = await act<{ items: Entered[] }>('POST', 'accounts/people/lookups', { residentId, ...told });
    expect(found.body.items.map((person) => person.id)).toEqual([id]);
    expect((await act('POST', 'accounts/people', { displayName: planted.name, residentId, ...form })).body.code).toBe(
      'person-known',
    );
  });

  it('leaves nothing personal in the files and tables of the services, nor in their events', async () => {
    const pieces = await system.stored.everything();
    const known = findPlanted(['register-stem-cell-intent'], pieces).map(({ where }) => where);
    expect(known.some((where) => where.startsWith('donations'))).toBe(true);
    for (const service of ['gateway', 'notifications']) {
      expect([...pieces.keys()].join()).toContain(service);
    }
    expect(findPlanted([...Object.values(planted), 'cornea'], pieces)).toEqual([]);
  });
});

describe('a person who gave a phone', () => {
  it('finds on logging in what was entered for them, and takes it from there', async () => {
    const id = await registerPerson({ phone: planted.phone, birthDate: '1985-05-15', sex: 'female' });
    await consentOnPaper(id);
    expect((await wish(id, 'blood-intents', wishes.blood)).status).toBe(201);
    expect((await wish(id, 'organ-decisions', wishes.organ)).status).toBe(201);

    const person = await system.citizen(planted.phone);
    expect(person.id).toBe(id);
    interface Mine {
      bloodIntents: { items: Entered[] } | Entered[];
      organDecision: { decision: string; recordedBy: string };
    }
    const mine = await system.request<Mine>('GET', '/api/v1/donations/mine', { token: person.token });
    expect(JSON.stringify(mine.body.bloodIntents)).toContain('platelets');
    expect(mine.body.organDecision).toMatchObject({ decision: 'opt-in', recordedBy: 'staff' });
    const consent = '/api/v1/me/consents/blood-contact';
    expect((await system.request('DELETE', consent, { token: person.token })).status).toBe(204);
  });
});
