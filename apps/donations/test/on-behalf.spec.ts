import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import {
  BloodIntentRegistered,
  BloodIntentWithdrawn,
  OrganDecisionRecorded,
  PersonRegistered,
  StemCellIntentRegistered,
  StemCellStageChanged,
} from '@sanxian/shared/contracts';
import { IdempotencyRecord } from '@sanxian/shared/http';
import { AuditEntry, PaperFormRow, PersonKeys } from '@sanxian/shared/security';
import { startTestService, type TestResponse, type TestService } from '@sanxian/shared/testing';
import type { BloodIntentResponse } from '../src/blood/blood-intent.dto.js';
import type { BloodIntentOfPersonResponse } from '../src/blood/blood-intent-of-person.dto.js';
import { donationsService } from '../src/donations.module.js';
import type { OrganDecisionResponse } from '../src/organ/organ-decision.dto.js';
import type { StemCellIntentResponse } from '../src/stem-cell/stem-cell-intent.dto.js';
import { StemCellStageChange } from '../src/stem-cell/stem-cell-stage-change.entity.js';
import { Citizen, type Problem } from './citizen.js';
import { everythingStored } from './everything-stored.js';

const coordinatorId = newId();
const branchIds = [newId()];
const form = { paperForm: { number: 'QT-2026-0147', signedOn: '2026-11-20' }, reason: '本人没有手机' };
const told = { reason: '本人到现场提出' };
const blood = { product: 'whole-blood', volumeMl: 400, bloodType: { abo: 'AB', rhD: 'negative' }, area: '331121' };
const contacts = [
  { name: '蓝小芳', relation: '姐姐', phone: '13905780011' },
  { name: '雷大勇', relation: '同事', phone: '13905780022' },
];
const stemCell = { consentTextVersion: '2026-11', contacts, area: '331121208' };
const organ = { decision: 'opt-in', items: ['kidney', 'cornea'], form: 'written', kinInformed: 'told' };
const wishes = { 'blood-intents': blood, 'stem-cell-intents': stemCell, 'organ-decisions': organ };
const purposes = {
  'blood-intents': 'blood-contact',
  'stem-cell-intents': 'stem-cell-registry',
  'organ-decisions': 'organ-registration',
} as const;
type Kind = keyof typeof wishes;
const kinds = Object.keys(wishes) as Kind[];

let service: TestService;
let person: Citizen;

beforeAll(async () => {
  service = await startTestService(donationsService);
});
afterAll(async () => {
  expect(service.consumerErrors).toEqual([]);
  await service.close();
});
beforeEach(async () => {
  person = await somebody();
});

/** An adult who agreed to all of it on paper, as this service hears of them. */
async function somebody(): Promise<Citizen> {
  const citizen = new Citizen(service);
  await service.receive(PersonRegistered, { personId: citizen.personId }, { aggregateId: citizen.personId });
  await citizen.isBorn('1994-03-07');
  for (const purpose of Object.values(purposes)) await citizen.agrees(purpose);
  return citizen;
}

const rows = () => service.runtime.reads.manager;
async function ask<Body = { id: string }>(
  method: string,
  path: string,
  body?: object,
  { headers = {}, as = { roles: ['coordinator' as const], branchIds } }: AskOptions = {},
): Promise<TestResponse<Body & Problem>> {
  const token = await service.staffToken({ accountId: coordinatorId, ...as });
  return service.request<Body & Problem>(method, `/api/v1/donations/people/${path}`, { token, body, headers });
}
interface AskOptions {
  readonly headers?: Record<string, string>;
  readonly as?: { roles: ('coordinator' | 'ops')[]; branchIds: string[] };
}
const enter = <Body = { id: string }>(kind: Kind, more: object = {}, options: AskOptions = {}, id = person.personId) =>
  ask<Body>('POST', `${id}/${kind}`, { ...wishes[kind], ...form, ...more }, options);
const auditOf = ({ personId }: Citizen) => rows().find(AuditEntry, { where: { personId }, order: { id: 'ASC' } });
const formsOf = ({ personId }: Citizen) => rows().find(PaperFormRow, { where: { personId }, order: { id: 'ASC' } });
const openedFor = async ({ personId }: Citizen, field: string, sealed: string | null | undefined) =>
  (await new PersonKeys(service.runtime.keys, service.clock).find(rows(), personId))?.open(field, sealed ?? '');

/** Gives a request that was sent before the time in which it would be refused if it did not wait. */
async function otherRequests(): Promise<void> {
  for (let time = 0; time < 10; time += 1) await service.request('GET', '/api/v1/donations/mine');
}

describe.each(kinds)('%s entered from a paper form', (kind) => {
  it('leave who did it, why and the form, sealed, beside the row itself', async () => {
    const { status, body } = await enter(kind);
    expect(status).toBe(201);
    const [act, ...otherActs] = await auditOf(person);
    expect(otherActs).toEqual([]);
    expect(act).toMatchObject({ actorId: coordinatorId, personId: person.personId, subjectId: body.id });
    expect(act?.action).toMatch(/^(register|record)-/);
    expect(await openedFor(person, 'audit-reason', act?.sealedReason)).toBe('本人没有手机');
    const [kept, ...otherForms] = await formsOf(person);
    expect(otherForms).toEqual([]);
    expect(kept).toMatchObject({ subjectType: act?.subjectType, subjectId: body.id, recordedBy: coordinatorId });
    expect(JSON.parse((await openedFor(person, 'paper-form', kept?.sealedForm)) ?? '')).toEqual(form.paperForm);
  });

  it('are entered once when the request comes again with its key', async () => {
    const options = { headers: { 'idempotency-key': newId() } };
    const first = await enter(kind, {}, options);
    const again = await enter(kind, {}, options);
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
    expect(again.body).toEqual(first.body);
    expect(await auditOf(person)).toHaveLength(1);
  });

  it.each([
    [{ paperForm: undefined }, 'paperForm'],
    [{ paperForm: null }, 'paperForm'],
    [{ paperForm: { number: ' ', signedOn: '2026-11-20' } }, 'paperForm.number'],
    [{ paperForm: { number: '1'.repeat(41), signedOn: '2026-11-20' } }, 'paperForm.number'],
    [{ paperForm: { number: '1' } }, 'paperForm.signedOn'],
    [{ paperForm: { number: '1', signedOn: '2026-11-24' } }, 'paperForm.signedOn'],
    [{ reason: undefined }, 'reason'],
    [{ reason: ' ' }, 'reason'],
    [{ reason: '因'.repeat(501) }, 'reason'],
    [{ recordedBy: 'self' }, 'recordedBy'],
    [{ personId: '018f2d4e-7c1a-7000-8000-000000000001' }, 'personId'],
  ])('are refused with %j, and leave nothing', async (wrong, path) => {
    const answer = await enter(kind, wrong);
    expect([answer.status, answer.body.errors[0]?.path]).toEqual([400, path]);
    expect([await auditOf(person), await formsOf(person)]).toEqual([[], []]);
  });

  it.each(['nothing', 'the person', 'the consent'])('wait for what is still on the way after %s', async (known) => {
    person = new Citizen(service);
    const { personId } = person;
    const arrive = () => service.receive(PersonRegistered, { personId }, { aggregateId: personId });
    if (known !== 'nothing') await arrive();
    if (known === 'the consent') await person.agrees(purposes[kind]);
    const answer = enter(kind, {}, { headers: { 'idempotency-key': newId() } });
    await otherRequests();
    if (known === 'nothing') await arrive();
    if (known !== 'the consent') await person.agrees(purposes[kind]);
    await person.isBorn('1994-03-07');
    expect((await answer).status).toBe(201);
  });

  it('are not found for somebody this service has never heard of', async () => {
    expect((await enter(kind, {}, {}, newId())).status).toBe(404);
    expect((await enter(kind, {}, {}, 'nobody')).status).toBe(404);
  });

  it('are refused without a consent, and leave nothing', async () => {
    person = new Citizen(service);
    await service.receive(PersonRegistered, { personId: person.personId }, { aggregateId: person.personId });
    await person.isBorn('1994-03-07');
    const answer = await enter(kind);
    expect([answer.status, answer.body.code]).toEqual([409, 'consent-missing']);
    expect([await auditOf(person), await formsOf(person)]).toEqual([[], []]);
  });

  it('take a coordinator with a branch', async () => {
    for (const as of [
      { roles: ['ops' as const], branchIds },
      { roles: ['coordinator' as const], branchIds: [] },
    ]) {
      expect((await enter(kind, {}, { as })).body).toMatchObject({ status: 403, code: 'forbidden' });
    }
    const path = `/api/v1/donations/people/${person.personId}/${kind}`;
    expect((await person.ask('POST', path, { ...wishes[kind], ...form })).status).toBe(403);
    expect(await auditOf(person)).toEqual([]);
  });
});

describe.each(['blood-intents', 'stem-cell-intents'] as const)('%s of a person', (kind) => {
  const withdraw = (id: string, body: object = told, personId = person.personId) =>
    ask<{ withdrawnAt: string | null; version: number }>('POST', `${personId}/${kind}/${id}/withdrawal`, body);

  it('lie where staff can look at them, and each look leaves a trace', async () => {
    const created = await enter(kind);
    const { id } = created.body;
    const path = `${person.personId}/${kind}/${id}`;
    expect(created.headers.get('location')).toBe(`/api/v1/donations/people/${path}`);
    expect(created.headers.get('etag')).toBe('"1"');
    expect((await ask('GET', path)).body).toEqual(created.body);
    expect((await ask<{ items: object[] }>('GET', `${person.personId}/${kind}`)).body.items).toEqual([created.body]);
    const looks = (await auditOf(person)).slice(1);
    expect(looks.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      [`read-${kind.slice(0, -1)}`, id],
      [`read-${kind}`, person.personId],
    ]);
  });

  it('are the person’s own too: they can look at them and withdraw them online', async () => {
    const { id } = (await enter(kind)).body;
    const own = `/api/v1/donations/${kind.replace('-intents', '')}/intents/${id}`;
    expect((await person.ask('GET', own)).status).toBe(200);
    expect((await person.ask('DELETE', own)).status).toBe(204);
  });

  it('are withdrawn because the person told staff so; a second time changes nothing', async () => {
    const { id } = (await enter(kind)).body;
    const withdrawn = await withdraw(id);
    expect([withdrawn.status, withdrawn.headers.get('etag')]).toEqual([200, '"2"']);
    expect(withdrawn.body.withdrawnAt).toBe(service.clock.now().toISOString());
    expect((await withdraw(id)).body).toEqual(withdrawn.body);
    const acts = await auditOf(person);
    expect(acts.map(({ action }) => action.split('-')[0])).toEqual(['register', 'withdraw']);
    expect(acts[1]).toMatchObject({ actorId: coordinatorId, subjectId: id });
    expect(await openedFor(person, 'audit-reason', acts[1]?.sealedReason)).toBe(told.reason);
  });

  it('are withdrawn when the person had registered online', async () => {
    const path = `/api/v1/donations/${kind.replace('-intents', '')}/intents`;
    const { id } = (await person.ask<{ id: string }>('POST', path, wishes[kind])).body;
    expect((await withdraw(id)).status).toBe(200);
  });

  it('are withdrawn after the consent is gone', async () => {
    const { id } = (await enter(kind)).body;
    await person.disagrees('blood-contact');
    expect((await withdraw(id)).status).toBe(200);
  });

  it('are not found under another person or id, and not withdrawn without a reason', async () => {
    const { id } = (await enter(kind)).body;
    const other = await somebody();
    for (const path of [`${other.personId}/${kind}/${id}`, `${person.personId}/${kind}/${newId()}`]) {
      expect((await ask('GET', path)).status).toBe(404);
      expect((await ask('POST', `${path}/withdrawal`, told)).status).toBe(404);
    }
    expect((await ask('GET', `${newId()}/${kind}`)).status).toBe(404);
    for (const body of [{}, { reason: '' }, { ...told, paperForm: form.paperForm }]) {
      expect((await withdraw(id, body)).status).toBe(400);
    }
    expect(await auditOf(other)).toEqual([]);
  });

  it('take a coordinator with a branch to be looked at or withdrawn', async () => {
    const { id } = (await enter(kind)).body;
    const as = { roles: ['coordinator' as const], branchIds: [] };
    const path = `${person.personId}/${kind}`;
    for (const [method, where, body] of [
      ['GET', path, undefined],
      ['GET', `${path}/${id}`, undefined],
      ['POST', `${path}/${id}/withdrawal`, told],
    ] as const) {
      expect((await ask(method, where, body, { as })).status).toBe(403);
      expect((await person.ask(method, `/api/v1/donations/people/${where}`, body)).status).toBe(403);
    }
    expect(await auditOf(person)).toHaveLength(1);
  });
});

describe('a blood intent of a person', () => {
  it('is shown to staff without blood type and pre-screen, and to the person with them', async () => {
    const { body } = await enter<BloodIntentOfPersonResponse>('blood-intents');
    expect(body).toEqual({
      id: body.id,
      status: 'active',
      product: 'whole-blood',
      volumeMl: 400,
      area: '331121',
      preferredDays: [],
      registeredAt: service.clock.now().toISOString(),
      withdrawnAt: null,
      version: 1,
    });
    const own = await person.ask<BloodIntentResponse>('GET', `/api/v1/donations/blood/intents/${body.id}`);
    expect(own.body).toMatchObject({ bloodType: blood.bloodType, preScreen: null });
  });

  it('is announced like one registered online, and so is its withdrawal', async () => {
    const { id } = (await enter('blood-intents')).body;
    await ask('POST', `${person.personId}/blood-intents/${id}/withdrawal`, told);
    const { personId } = person;
    expect(await service.emitted(BloodIntentRegistered)).toContainEqual(
      expect.objectContaining({ intentId: id, personId }),
    );
    expect(await service.emitted(BloodIntentWithdrawn)).toContainEqual(
      expect.objectContaining({ intentId: id, personId }),
    );
  });

  it('comes page by page', async () => {
    for (let time = 0; time < 3; time += 1) await enter('blood-intents');
    const path = `${person.personId}/blood-intents?limit=2`;
    const first = await ask<{ items: object[]; nextAfter: string }>('GET', path);
    const second = await ask<{ items: object[]; nextAfter: null }>('GET', `${path}&after=${first.body.nextAfter}`);
    expect([first.body.items.length, second.body.items.length, second.body.nextAfter]).toEqual([2, 1, null]);
  });
});

describe('a stem cell intent of a person', () => {
  it('shows contacts masked and says in its history that staff entered and ended it', async () => {
    const { body } = await enter<StemCellIntentResponse>('stem-cell-intents');
    expect(body.contacts.map(({ name, phone }) => [name, phone])).toEqual([
      ['蓝*', '139****0011'],
      ['雷*', '139****0022'],
    ]);
    const withdrawn = await ask<StemCellIntentResponse>(
      'POST',
      `${person.personId}/stem-cell-intents/${body.id}/withdrawal`,
      told,
    );
    expect(withdrawn.body).toMatchObject({ stage: 'WITHDRAWN', contacts: [] });
    const history = await rows().find(StemCellStageChange, { where: { intentId: body.id }, order: { id: 'ASC' } });
    expect(history.map(({ stage, changedBy }) => [stage, changedBy])).toEqual([
      ['INTENT', 'staff'],
      ['WITHDRAWN', 'staff'],
    ]);
    expect(await service.emitted(StemCellIntentRegistered)).toContainEqual(
      expect.objectContaining({ intentId: body.id }),
    );
    expect(await service.emitted(StemCellStageChanged)).toContainEqual(
      expect.objectContaining({ intentId: body.id, stage: 'WITHDRAWN', changedBy: 'staff' }),
    );
    expect((await ask<{ items: object[] }>('GET', `${person.personId}/stem-cell-intents`)).body.items).toEqual([]);
  });

  it('is one at a time, however many coordinators enter it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter('stem-cell-intents')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'already-registered')).toHaveLength(7);
    expect([(await auditOf(person)).length, (await formsOf(person)).length]).toEqual([1, 1]);
  });

  it.each([
    ['2008-11-24', 'under-age'],
    ['1980-11-23', 'over-age'],
  ])('of somebody born on %s is refused like online: %s', async (birthDate, code) => {
    await person.isBorn(birthDate);
    expect((await enter('stem-cell-intents')).body.code).toBe(code);
  });
});

describe('an organ decision of a person', () => {
  it('is the person’s own, and staff learn no more than they entered', async () => {
    const first = await person.ask<OrganDecisionResponse>('POST', '/api/v1/donations/organ/decisions', {
      decision: 'refuse',
      form: 'written',
    });
    const entered = await enter<OrganDecisionResponse>('organ-decisions');
    const { id } = entered.body;
    expect(entered.body).toMatchObject({ decision: 'opt-in', items: ['kidney', 'cornea'], recordedBy: 'staff' });
    expect(entered.text).not.toContain('refuse');
    expect(entered.text).not.toContain(first.body.id);
    expect(entered.headers.get('location')).toBe(`/api/v1/donations/organ/decisions/${id}`);
    const own = await person.ask<OrganDecisionResponse>('GET', '/api/v1/donations/organ/decisions/current');
    expect(own.body).toEqual(entered.body);
    const { personId } = person;
    for (const path of ['organ-decisions', `organ-decisions/${id}`, 'organ-decisions/current']) {
      expect((await ask('GET', `${personId}/${path}`)).status).toBe(404);
    }
    const token = await service.staffToken({ roles: ['coordinator'], branchIds });
    const direct = await service.request('GET', `/api/v1/donations/organ/decisions/${id}`, { token });
    expect(direct.status).toBe(403);
  });

  it('is taken back by none, at once and without a consent', async () => {
    await enter('organ-decisions');
    await person.disagrees('organ-registration');
    const started = performance.now();
    const none = await ask('POST', `${person.personId}/organ-decisions`, {
      decision: 'none',
      form: 'written',
      ...form,
    });
    expect(none.status).toBe(201);
    expect(performance.now() - started).toBeLessThan(900);
    const current = await person.ask<OrganDecisionResponse>('GET', '/api/v1/donations/organ/decisions/current');
    expect(current.body).toMatchObject({ decision: 'none', items: [], recordedBy: 'staff' });
  });

  it('leaves rows that tell no choice from another', async () => {
    for (const decision of ['refuse', 'none']) await enter('organ-decisions', { decision, items: undefined });
    await enter('organ-decisions');
    const shapes = (await auditOf(person)).map(({ action, subjectType, sealedReason }) => [
      action,
      subjectType,
      sealedReason?.length,
    ]);
    expect(shapes[0]?.slice(0, 2)).toEqual(['record-organ-decision', 'organ-decision']);
    expect(shapes).toEqual(Array(3).fill(shapes[0]));
    expect(new Set((await formsOf(person)).map(({ sealedForm }) => sealedForm.length)).size).toBe(1);
    const told = (await service.emitted(OrganDecisionRecorded)).filter(({ personId }) => personId === person.personId);
    expect(told.map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('takes the age of 18 like online', async () => {
    await person.isBorn('2008-11-24');
    expect((await enter('organ-decisions')).body.code).toBe('under-age');
    expect(await auditOf(person)).toEqual([]);
  });
});

it('stores nothing personal that can be read', async () => {
  const secret = { number: '丽水青田第零一四七号', reason: '眼睛看不清屏幕' };
  const more = { paperForm: { number: secret.number, signedOn: '2026-11-20' }, reason: secret.reason };
  for (const kind of kinds) {
    expect((await enter(kind, more, { headers: { 'idempotency-key': newId() } })).status).toBe(201);
  }
  expect(await rows().count(IdempotencyRecord)).toBeGreaterThan(0);
  const stored = await everythingStored(service);
  const asStored = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
  for (const open of ['register-blood-intent', 'record-organ-decision', coordinatorId]) expect(stored).toContain(open);
  for (const text of [
    secret.number,
    secret.reason,
    '蓝小芳',
    '13905780011',
    'cornea',
    '本人没有手机',
    'QT-2026-0147',
  ]) {
    expect([text, stored.includes(asStored(text))]).toEqual([text, false]);
  }
});
