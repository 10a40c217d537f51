import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, requestOver, temporaryFolder, type TestResponse } from '@sanxian/shared/testing';
import { filesBelow, findPlanted } from './find-planted.js';
import { ServerProcess } from './server-process.js';

/** Told to the server once each, through the API. None of it may lie anywhere in the clear. */
const planted = {
  name: '欧阳蓝天',
  phone: '13567801357',
  residentId: '33119919900307049X',
  birthDate: '1990-03-07',
  contactName: '令狐映雪',
  contactPhone: '13612802468',
  otherContactName: '上官听雨',
  otherContactPhone: '13612803579',
  relation: '大学同窗',
  executorName: '司徒望舒',
  executorPhone: '13712804680',
  organ: 'small-intestine',
  choice: '"decision":"opt-in"',
  bloodGroup: '"rhD":"negative"',
  guardianName: '慕容知秋',
  guardianPhone: '13812805791',
  certificate: 'JH-2025-778899',
  answeredFact: 'hepatitis-b-carrier',
  answeredDay: '1999-03-17',
  paperName: '诸葛观澜',
  paperResidentId: '331199198505150022',
  paperReason: '本人住院行动不便由侄子代交',
  recordReason: '血站名单第七页手写',
};
const texts = Object.values(planted);

let folder: ReturnType<typeof temporaryFolder>;
let server: ServerProcess;
const secrets: string[] = [];
const refusals: string[] = [];

beforeAll(async () => {
  folder = temporaryFolder();
  server = await ServerProcess.on(join(folder.path, 'data'));
  await server.start();
  const citizen = await logIn(planted.phone);
  await tellAboutOneself(citizen.token);
  const coordinator = await logInAsCoordinator();
  await coordinatorActs(coordinator, citizen.id, citizen.token);
  await provokeRefusals(citizen.token, coordinator);
  await eventsHaveArrived(citizen.token);
}, 120_000);

afterAll(async () => {
  await server.kill();
  folder.remove();
});

async function ask<Body = { id: string }>(
  method: string,
  path: string,
  body?: unknown,
  token?: string,
): Promise<TestResponse<Body>> {
  return requestOver<Body>(server.url, method, `/api/v1${path}`, { ...(token ? { token } : {}), body });
}

async function done<Body = { id: string }>(method: string, path: string, body: unknown, token?: string): Promise<Body> {
  const answer = await ask<Body>(method, path, body, token);
  if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status} ${answer.text}`);
  return answer.body;
}

async function logIn(phone: string): Promise<{ id: string; token: string }> {
  const { challengeId } = await done<{ challengeId: string }>('POST', '/auth/one-time-codes', { phone });
  const mail = await ask<{ items: { text: string }[] }>('GET', `/demo/mailbox?to=${phone}`);
  const code = /\d{6}/.exec(mail.body.items[0]?.text ?? '')?.[0] ?? '';
  const session = await done<{ accessToken: string; refreshToken: string; account: { id: string } }>(
    'POST',
    '/auth/sessions',
    { challengeId, code },
  );
  secrets.push(session.accessToken, session.refreshToken);
  return { id: session.account.id, token: session.accessToken };
}

async function logInAsCoordinator(): Promise<string> {
  const accounts = JSON.parse(readFileSync(join(server.folder, 'demo-accounts.json'), 'utf8')) as {
    username: string;
    password: string;
    roles: string[];
  }[];
  const { username, password } = accounts.find(({ roles }) => roles.includes('coordinator'))!;
  const session = await done<{ accessToken: string }>('POST', '/auth/staff-sessions', { username, password });
  return session.accessToken;
}

async function textVersion(purpose: string, token: string): Promise<string> {
  const { body } = await ask<{ items: { purpose: string; currentTextVersion: string }[] }>(
    'GET',
    '/me/consents',
    undefined,
    token,
  );
  return body.items.find((item) => item.purpose === purpose)!.currentTextVersion;
}

async function agree(purpose: string, token: string): Promise<string> {
  const version = await textVersion(purpose, token);
  await done('PUT', `/me/consents/${purpose}`, { textVersion: version }, token);
  return version;
}

async function tellAboutOneself(token: string): Promise<void> {
  await done('PATCH', '/me', { displayName: planted.name, residentId: planted.residentId, area: '331102' }, token);
  const answers = {
    [planted.answeredFact]: { value: 'yes' },
    tattoo: { on: planted.answeredDay },
  };
  const { receipt } = await done<{ receipt: string }>('POST', '/donations/blood/pre-screens', {
    area: '331102',
    product: 'whole-blood',
    person: { birthDate: planted.birthDate, sex: 'male', weightKg: 71 },
    history: [],
    answers,
  });
  await agree('blood-contact', token);
  const bloodType = { abo: 'AB', rhD: 'negative' };
  await done(
    'POST',
    '/donations/blood/intents',
    { product: 'whole-blood', area: '331102', bloodType, preScreenReceipt: receipt },
    token,
  );
  const contacts = [
    { name: planted.contactName, relation: planted.relation, phone: planted.contactPhone },
    { name: planted.otherContactName, relation: planted.relation, phone: planted.otherContactPhone },
  ];
  const consentTextVersion = await agree('stem-cell-registry', token);
  await done('POST', '/donations/stem-cell/intents', { consentTextVersion, contacts, area: '331102' }, token);
  await agree('organ-registration', token);
  const executor = { name: planted.executorName, phone: planted.executorPhone, relation: planted.relation };
  const decision = {
    decision: 'opt-in',
    items: [planted.organ, 'body'],
    form: 'written',
    executor,
    kinInformed: 'told',
  };
  await done('POST', '/donations/organ/decisions', decision, token);
  await agree('volunteer-service', token);
  const guardian = { name: planted.guardianName, phone: planted.guardianPhone };
  const profile = { skills: [], languages: ['zh'], area: '331102', guardian };
  profileId = (await done('POST', '/volunteers/profiles', profile, token)).id;
  const { url } = await done<{ url: string }>('POST', '/volunteers/my/calendar-links', {}, token);
  const secret = /([\w-]{20,})\.ics$/.exec(url)?.[1] ?? '';
  secrets.push(secret);
  await ask('GET', `/volunteers/calendars/${secret}.ics`);
}

let profileId = '';

async function coordinatorActs(coordinator: string, personId: string, citizen: string): Promise<void> {
  const grant = { skill: 'first-aider', issuedOn: '2025-05-05', certificateNumber: planted.certificate };
  await done('POST', `/volunteers/profiles/${profileId}/skills`, grant, coordinator);
  const record = { product: 'whole-blood', donatedOn: '2024-05-04', reason: planted.recordReason };
  await done('POST', `/donations/people/${personId}/blood-records`, record, coordinator);
  const person = {
    displayName: planted.paperName,
    residentId: planted.paperResidentId,
    area: '331121',
    paperForm: { number: 'ZZ-1', signedOn: '2026-11-01' },
    reason: planted.paperReason,
  };
  const { id } = await done('POST', '/accounts/people', person, coordinator);
  await done(
    'POST',
    '/accounts/people/lookups',
    { residentId: planted.paperResidentId, reason: planted.paperReason },
    coordinator,
  );
  const consent = {
    textVersion: await textVersion('blood-contact', citizen),
    paperForm: { number: 'ZZ-2', signedOn: '2026-11-01' },
    reason: planted.paperReason,
  };
  await done('PUT', `/accounts/people/${id}/consents/blood-contact`, consent, coordinator);
}

/** Whatever goes wrong is answered without repeating what was said. */
async function provokeRefusals(citizen: string, coordinator: string): Promise<void> {
  // Under names nobody knows: a refusal names the field, as api clients need, and never what was in it.
  const everything = Object.fromEntries(texts.map((text, index) => [`unknown${index}`, text]));
  const withNumber = { phone: `${planted.phone}0`, residentId: planted.residentId.replace('X', '1') };
  const attempts: [string, string, unknown, string?][] = [
    ['POST', '/auth/one-time-codes', { phone: `${planted.phone}0` }],
    ['POST', '/auth/sessions', { challengeId: planted.phone, code: planted.name }],
    ['POST', '/auth/staff-sessions', { username: planted.name, password: planted.executorName }],
    ['PATCH', '/me', { displayName: `${planted.name}\u0000`, ...withNumber }, citizen],
    ['PATCH', '/me', everything, citizen],
    ['PATCH', '/me', { birthDate: '1991-01-01' }, citizen],
    [
      'POST',
      '/donations/blood/pre-screens',
      { answers: { tattoo: { on: planted.name }, piercing: planted.answeredDay } },
    ],
    ['POST', '/donations/blood/intents', `{"area": "${planted.name}`, citizen],
    [
      'POST',
      '/donations/stem-cell/intents',
      { contacts: [{ name: planted.contactName, phone: planted.name }] },
      citizen,
    ],
    ['POST', '/donations/organ/decisions', { decision: planted.name, executor: planted.executorName }, citizen],
    ['POST', '/volunteers/profiles', { guardian: { name: planted.guardianName, phone: planted.name } }, citizen],
    ['POST', '/accounts/people', { displayName: planted.paperName, residentId: planted.name }, coordinator],
    ['POST', '/accounts/people/lookups', { residentId: planted.name, reason: planted.paperReason }, coordinator],
    ['PUT', `/me/consents/${encodeURIComponent('nobody')}`, everything, citizen],
  ];
  for (const [method, path, body, token] of attempts) {
    const { status, text } = await ask(method, path, body, token);
    if (status < 400 || status >= 500) throw new Error(`${method} ${path} answered ${status} ${text}`);
    refusals.push(text);
  }
}

/** The last to write are the consumers: a message for each ledger says that they have. */
async function eventsHaveArrived(token: string): Promise<void> {
  await eventually(
    async () => {
      const { body } = await ask<{ items: { kind: string }[] }>('GET', '/notifications/inbox', undefined, token);
      const kinds = new Set(body.items.map(({ kind }) => kind));
      for (const kind of ['blood-intent-registered', 'stem-cell-intent-registered', 'organ-decision-recorded']) {
        if (!kinds.has(kind)) throw new Error(`no message ${kind} yet`);
      }
    },
    { withinMilliseconds: 20_000 },
  );
}

describe('what the process wrote about people', () => {
  const searched = [...texts];

  const everythingWritten = (): Map<string, Buffer> =>
    new Map([...filesBelow(server.folder), ['standard output and error', Buffer.from(server.lastOutput())]]);

  it('is searched where things are: what is open is found in each database, and in the log', () => {
    const found = new Set(findPlanted(['331102', 'blood-contact'], everythingWritten()).map(({ where }) => where));
    const files = [...found].map((where) => where.replace(/-wal$/, ''));
    for (const database of ['gateway', 'donations', 'volunteers', 'notifications', 'log']) {
      expect(files).toContain(`${database}.sqlite`);
    }
  });

  it('holds none of it while the process runs', () => {
    expect(findPlanted([...searched, ...secrets], everythingWritten())).toEqual([]);
  });

  it('repeats none of it in a refusal', () => {
    expect(refusals.length).toBeGreaterThan(10);
    const pieces = new Map(
      refusals.map((text, index) => [`refusal ${index}: ${text.slice(0, 300)}`, Buffer.from(text)]),
    );
    expect(findPlanted([...searched, ...secrets], pieces)).toEqual([]);
  });

  it('holds none of it after the process ended', async () => {
    await server.stop();
    const written = everythingWritten();
    console.log(`searched ${searched.length + secrets.length} texts in ${[...written.keys()].toSorted().join(', ')}`);
    expect(findPlanted([...searched, ...secrets], written)).toEqual([]);
  });
});
