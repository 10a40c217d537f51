import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { ConsentGranted, ConsentWithdrawn, PersonChanged, PersonRegistered } from '@sanxian/shared/contracts';
import { OutboxRow } from '@sanxian/shared/messaging';
import { AuditEntry, PaperFormRow, PersonKeys } from '@sanxian/shared/security';
import { startTestService, type TestRequest, type TestService } from '@sanxian/shared/testing';
import { Account } from '../src/accounts/account.entity.js';
import { ConsentEntry } from '../src/consents/consent-entry.entity.js';
import type { ConsentResponse } from '../src/consents/consent.dto.js';
import { currentConsentText, hashOfConsentText } from '../src/consents/texts/consent-texts.js';
import { createBranches, gatewayService } from '../src/gateway.module.js';
import type { PersonResponse } from '../src/people/person.dto.js';
import { checkDigitOf } from '../src/resident-id/check-digit.policy.js';
import { logIn } from './log-in.js';
import { logInAsStaff, type Staff } from './log-in-as-staff.js';

const branch = { id: newId(), name: '青田县红十字会', parentId: null };
const people = '/api/v1/accounts/people';
let gateway: TestService;
let coordinator: Staff;
let cards = 0;
let phones = 0;

beforeAll(async () => {
  gateway = await startTestService(gatewayService);
  await createBranches(gateway.runtime, [branch]);
  coordinator = await logInAsStaff(gateway, { username: 'lan.min', roles: ['coordinator'], branchIds: [branch.id] });
});
afterAll(() => gateway.close());

type Answer = PersonResponse & { code?: string; errors?: { path: string; code: string }[] };

const newResidentId = (first14 = '33119919550308') => {
  const first17 = first14 + String((cards += 2)).padStart(3, '0');
  return first17 + checkDigitOf(first17);
};
const newPhone = () => `1390000${String((phones += 1)).padStart(4, '0')}`;
const form = { paperForm: { number: ' QT-2026-0147 ', signedOn: '2026-11-20' }, reason: '本人没有手机' };
const ask = <Body = Answer>(method: string, path: string, options: TestRequest) =>
  gateway.request<Body>(method, path, { token: coordinator.token, ...options });
const register = (person: object = {}, headers: Record<string, string> = {}) =>
  ask('POST', people, { body: { displayName: '蓝水妹', ...form, ...person }, headers });
const lookUp = (search: object) =>
  ask<{ items: PersonResponse[]; errors?: { path: string; code: string }[] }>('POST', `${people}/lookups`, {
    body: { reason: '持表格到现场', ...search },
  });
const rows = () => gateway.runtime.reads.manager;
const auditOf = (personId: string) => rows().find(AuditEntry, { where: { personId }, order: { id: 'ASC' } });
const openedFor = async (personId: string, field: string, sealed: string | null | undefined) =>
  (await new PersonKeys(gateway.runtime.keys, gateway.clock).find(rows(), personId))?.open(field, sealed ?? '');

describe('a person registered from a paper form', () => {
  it('needs no phone, and is shown masked', async () => {
    const residentId = newResidentId();
    const answer = await register({ residentId, area: '331121208' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
    const { id } = answer.body;
    expect(answer.headers.get('location')).toBe(`${people}/${id}`);
    expect(answer.body).toEqual({
      id,
      displayName: '蓝*',
      birthYear: 1955,
      area: '331121208',
      phone: null,
      residentId: `3311**********${residentId.slice(-4)}`,
      registeredAt: '2026-11-23T08:00:00.000Z',
      version: 1,
    });
    expect((await ask('GET', `${people}/${id}`, {})).body).toEqual(answer.body);
    expect(await rows().findOneByOrFail(Account, { id })).toMatchObject({
      kind: 'citizen',
      phoneIndex: null,
      version: 1,
    });
  });

  it('is announced like everybody, and the number stays here', async () => {
    const { id } = (await register({ residentId: newResidentId() })).body;
    expect(await gateway.emitted(PersonRegistered)).toContainEqual({ personId: id });
    const announced = (await gateway.emitted(PersonChanged)).filter(({ personId }) => personId === id);
    expect(announced.map(({ sealed }) => gateway.peopleSeal.open(id, sealed))).toEqual([
      { displayName: '蓝水妹', birthDate: '1955-03-08', sex: 'female', area: null, phone: null, language: 'zh-CN' },
    ]);
  });

  it('keeps who did it, why, and on what form, where only the person’s key opens it', async () => {
    const { id } = (await register()).body;
    const [act] = await auditOf(id);
    expect(act).toMatchObject({ actorId: coordinator.id, action: 'register-person', personId: id, subjectId: id });
    expect(await openedFor(id, 'audit-reason', act?.sealedReason)).toBe('本人没有手机');
    const [kept] = await rows().findBy(PaperFormRow, { personId: id });
    expect(kept).toMatchObject({ subjectType: 'account', subjectId: id, recordedBy: coordinator.id });
    expect(JSON.parse((await openedFor(id, 'paper-form', kept?.sealedForm)) ?? '')).toEqual({
      number: 'QT-2026-0147',
      signedOn: '2026-11-20',
    });
  });

  it('may say birth date and sex without a card', async () => {
    const { body } = await register({ birthDate: '1948-07-01', sex: 'male' });
    expect(body).toMatchObject({ birthYear: 1948, residentId: null });
    const nothing = { residentId: null, birthDate: null, sex: null, area: null, phone: null };
    expect((await register(nothing)).body).toMatchObject({ birthYear: null, residentId: null, phone: null });
  });

  it('gets this account when they log in with the phone they gave', async () => {
    const phone = newPhone();
    const { body } = await register({ phone, residentId: newResidentId() });
    expect(body.phone).toBe(`139****${phone.slice(-4)}`);
    const session = await logIn(gateway, phone);
    expect(session.account).toMatchObject({ id: body.id, kind: 'citizen', roles: ['citizen'] });
    const me = await gateway.request('GET', '/api/v1/me', { token: session.accessToken });
    expect(me.body).toMatchObject({ displayName: '蓝水妹', birthDate: '1955-03-08', sex: 'female' });
  });

  it('is registered once, however many try at once', async () => {
    const residentId = newResidentId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => register({ residentId })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => body.code)).toEqual(Array(9).fill('person-known'));
    for (const { text } of refused) expect(text).not.toContain(residentId);
  });

  it('is known by a card or phone that a citizen gave online', async () => {
    const [phone, residentId] = [newPhone(), newResidentId()];
    const { accessToken: token } = await logIn(gateway, phone);
    await gateway.request('PATCH', '/api/v1/me', { token, body: { residentId } });
    expect((await register({ residentId: residentId.toLowerCase() })).body.code).toBe('person-known');
    expect((await register({ phone: `+86 ${phone}` })).body.code).toBe('person-known');
  });

  it('is the same person when the request comes again with its key', async () => {
    const key = { 'idempotency-key': newId() };
    const residentId = newResidentId();
    const first = await register({ residentId }, key);
    const again = await register({ residentId }, key);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(again.body).toEqual(first.body);
    expect(await auditOf(first.body.id)).toHaveLength(1);
  });

  it.each([
    [{ displayName: undefined }, 'displayName'],
    [{ displayName: null }, 'displayName'],
    [{ paperForm: undefined }, 'paperForm'],
    [{ paperForm: [form.paperForm] }, 'paperForm'],
    [{ paperForm: { signedOn: '2026-11-20' } }, 'paperForm.number'],
    [{ paperForm: { number: ' ', signedOn: '2026-11-20' } }, 'paperForm.number'],
    [{ paperForm: { number: '1'.repeat(41), signedOn: '2026-11-20' } }, 'paperForm.number'],
    [{ paperForm: { number: '1', signedOn: '2026-11-31' } }, 'paperForm.signedOn'],
    [{ paperForm: { number: '1', signedOn: '2026-11-24' } }, 'paperForm.signedOn'],
    [{ paperForm: { ...form.paperForm, signedBy: '蓝' } }, 'paperForm.signedBy'],
    [{ reason: undefined }, 'reason'],
    [{ reason: '' }, 'reason'],
    [{ residentId: '331199195503080024' }, 'residentId'],
    [{ phone: '123' }, 'phone'],
    [{ area: '33' }, 'area'],
    [{ kind: 'staff' }, 'kind'],
    [{ roles: ['ops'] }, 'roles'],
  ])('is refused with %j', async (wrong, path) => {
    const before = await rows().count(Account);
    const answer = await register(wrong);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, path]);
    expect(await rows().count(Account)).toBe(before);
  });

  it('may have signed today', async () => {
    expect((await register({ paperForm: { number: '1', signedOn: '2026-11-23' } })).status).toBe(201);
  });

  it('is refused with a birth date that nobody has, or that the card contradicts', async () => {
    expect((await register({ birthDate: '1899-12-31' })).body.code).toBe('birth-date-not-possible');
    const other = await register({ residentId: newResidentId(), birthDate: '1955-03-09' });
    expect([other.status, other.body.code]).toEqual([409, 'contradicts-resident-id']);
    expect((await register({ residentId: newResidentId(), birthDate: '1955-03-08', sex: 'female' })).status).toBe(201);
  });
});

describe('looking people up', () => {
  it('finds by all of a number, masked, and leaves a trace with each who was found', async () => {
    const [residentId, phone] = [newResidentId(), newPhone()];
    const { body: person } = await register({ residentId, phone });
    const byCard = { residentId: ` ${residentId.toLowerCase()}` };
    const byPhone = { phone: `+86${phone}` };
    for (const search of [byCard, byPhone, { ...byCard, ...byPhone }]) {
      const found = await lookUp(search);
      expect([found.status, found.body]).toEqual([200, { items: [person] }]);
      expect(found.text).not.toContain(residentId);
      expect(found.text).not.toContain(phone);
    }
    expect((await lookUp({ ...byCard, phone: newPhone() })).body.items).toEqual([]);
    const acts = await auditOf(person.id);
    expect(acts.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['register-person', coordinator.id],
      ['look-up-person', coordinator.id],
      ['look-up-person', coordinator.id],
      ['look-up-person', coordinator.id],
    ]);
    expect(await openedFor(person.id, 'audit-reason', acts[1]?.sealedReason)).toBe('持表格到现场');
  });

  it('finds everybody who gave the number, and nobody else', async () => {
    const residentId = newResidentId();
    const { body: person } = await register({ residentId });
    const session = await logIn(gateway, newPhone());
    const staffWithIt = await logInAsStaff(gateway, { username: 'same.card', roles: ['ops'], branchIds: [] });
    for (const token of [session.accessToken, staffWithIt.token]) {
      expect((await gateway.request('PATCH', '/api/v1/me', { token, body: { residentId } })).status).toBe(200);
    }
    const found = await lookUp({ residentId });
    expect(found.body.items.map(({ id }) => id)).toEqual([person.id, session.account.id]);
    await gateway.request('PATCH', '/api/v1/me', { token: session.accessToken, body: { residentId: null } });
    expect((await lookUp({ residentId })).body.items.map(({ id }) => id)).toEqual([person.id]);
  });

  it('leaves a trace of who tried when nobody is found', async () => {
    expect((await lookUp({ residentId: newResidentId() })).body.items).toEqual([]);
    expect((await lookUp({ phone: newPhone() })).body.items).toEqual([]);
    const tries = await auditOf(coordinator.id);
    expect(tries.map(({ action, actorId }) => [action, actorId])).toEqual(
      Array(3).fill(['look-up-nobody', coordinator.id]),
    );
  });

  it.each([
    [{}, 'residentId'],
    [{ phone: '139' }, 'phone'],
    [{ phone: null }, 'phone'],
    [{ residentId: 7 }, 'residentId'],
    [{ residentId: '331199' }, 'residentId'],
    [{ phone: '13900009999', reason: '' }, 'reason'],
    [{ displayName: '蓝水妹' }, 'displayName'],
  ])('is refused with %j', async (search, path) => {
    const answer = await lookUp(search);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, path]);
  });
});

describe('looking at a person', () => {
  it('leaves a trace', async () => {
    const { id } = (await register()).body;
    expect((await ask('GET', `${people}/${id}`, {})).status).toBe(200);
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['register-person', 'read-person']);
  });

  it('takes a person: staff and nobody are not found', async () => {
    for (const id of [coordinator.id, newId(), 'lookups', '1']) {
      expect((await ask('GET', `${people}/${id}`, {})).status).toBe(404);
    }
  });
});

describe('a consent on paper', () => {
  const consentOf = (id: string, purpose = 'blood-contact') => `${people}/${id}/consents/${purpose}`;
  const grant = (id: string, body: object = {}, purpose?: string) =>
    ask<ConsentResponse & Answer>('PUT', consentOf(id, purpose), {
      body: { textVersion: '2026-11', ...form, ...body },
    });
  const withdraw = (id: string, body: object = { reason: '本人到现场提出' }, purpose?: string) =>
    ask<ConsentResponse & Answer>('POST', `${consentOf(id, purpose)}/withdrawal`, { body });
  const ledgerOf = (accountId: string) =>
    rows().find(ConsentEntry, { where: { accountId }, order: { accountVersion: 'ASC' } });

  it('stands in the ledger with the staff who took it down, and is announced like any other', async () => {
    const { id } = (await register()).body;
    const granted = await grant(id);
    expect(granted.status).toBe(200);
    expect(granted.body).toMatchObject({ purpose: 'blood-contact', state: 'granted', textVersion: '2026-11' });
    const withdrawn = await withdraw(id);
    expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'withdrawn']);

    const ledger = await ledgerOf(id);
    expect(ledger.map(({ state, channel, recordedBy, textHash }) => [state, channel, recordedBy, textHash])).toEqual(
      ['granted', 'withdrawn'].map((state) => [
        state,
        'paper',
        coordinator.id,
        hashOfConsentText(currentConsentText('blood-contact'), 'zh-CN'),
      ]),
    );
    expect(await gateway.emitted(ConsentGranted)).toContainEqual(
      expect.objectContaining({ personId: id, purpose: 'blood-contact' }),
    );
    expect(await gateway.emitted(ConsentWithdrawn)).toContainEqual(
      expect.objectContaining({ personId: id, purpose: 'blood-contact' }),
    );
    const events = await rows().findBy(OutboxRow, { aggregateId: id, aggregateType: 'account' });
    expect(events.map(({ aggregateVersion }) => aggregateVersion)).toEqual([1, 2, 3]);

    const acts = await auditOf(id);
    expect(
      acts.slice(1).map(({ action, actorId, subjectType, subjectId }) => [action, actorId, subjectType, subjectId]),
    ).toEqual([
      ['grant-consent', coordinator.id, 'consent-entry', ledger[0]?.id],
      ['withdraw-consent', coordinator.id, 'consent-entry', ledger[1]?.id],
    ]);
    const forms = await rows().findBy(PaperFormRow, { personId: id, subjectType: 'consent-entry' });
    expect(forms.map(({ subjectId }) => subjectId)).toEqual([ledger[0]?.id]);
  });

  it('keeps the hash of the wording in the language of the form, whoever reads the answer', async () => {
    const { id } = (await register()).body;
    const answer = await ask<ConsentResponse>('PUT', consentOf(id, 'photo-publication'), {
      body: { textVersion: '2026-11', language: 'en', ...form },
      headers: { 'accept-language': 'zh-CN' },
    });
    const text = currentConsentText('photo-publication');
    expect(answer.body.text).toBe(text.text['zh-CN']);
    expect((await ledgerOf(id))[0]?.textHash).toBe(hashOfConsentText(text, 'en'));
  });

  it('adds no line when it is in force already', async () => {
    const { id } = (await register()).body;
    await Promise.all(Array.from({ length: 5 }, () => grant(id)));
    expect(await ledgerOf(id)).toHaveLength(1);
  });

  it('is refused on another wording, for an unknown purpose or person, and without form or reason', async () => {
    const { id } = (await register()).body;
    expect((await grant(id, { textVersion: '2020-01' })).body.code).toBe('unknown-text-version');
    expect((await grant(id, {}, 'marketing')).body.code).toBe('unknown-purpose');
    for (const nobody of [newId(), coordinator.id]) {
      expect([(await grant(nobody)).status, (await withdraw(nobody)).status]).toEqual([404, 404]);
    }
    for (const wrong of [{ paperForm: undefined }, { reason: '' }, { language: 'de' }, { state: 'granted' }]) {
      expect((await grant(id, wrong)).status).toBe(400);
    }
    expect((await grant(id, { paperForm: { number: '1', signedOn: '2026-11-24' } })).status).toBe(400);
    expect((await withdraw(id, {})).status).toBe(400);
    expect(await ledgerOf(id)).toEqual([]);
    expect(await auditOf(id)).toHaveLength(1);
  });
});

describe('who may', () => {
  const calls = (id: string): [string, string, object | undefined][] => [
    ['POST', people, { displayName: '蓝水妹', ...form }],
    ['POST', `${people}/lookups`, { phone: '13900009999', reason: '核对' }],
    ['GET', `${people}/${id}`, undefined],
    ['PUT', `${people}/${id}/consents/blood-contact`, { textVersion: '2026-11', ...form }],
    ['POST', `${people}/${id}/consents/blood-contact/withdrawal`, { reason: '核对' }],
  ];

  it('is a coordinator with a branch, and neither citizens, nor ops, nor a coordinator of nothing', async () => {
    const { id } = (await register()).body;
    const citizen = await logIn(gateway, newPhone());
    const ops = await logInAsStaff(gateway, { username: 'ops', roles: ['ops'], branchIds: [branch.id] });
    const homeless = await logInAsStaff(gateway, { username: 'homeless', roles: ['coordinator'], branchIds: [] });
    for (const token of [citizen.accessToken, ops.token, homeless.token]) {
      for (const [method, path, body] of calls(id)) {
        const answer = await gateway.request(method, path, { token, body });
        expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 403, 'forbidden']);
      }
    }
    for (const [method, path, body] of calls(id)) {
      expect((await gateway.request(method, path, { body })).status).toBe(401);
    }
    expect(await auditOf(id)).toHaveLength(1);
  });
});
