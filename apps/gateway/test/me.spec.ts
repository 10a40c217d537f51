import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PersonChanged } from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { gatewayService } from '../src/gateway.module.js';
import type { SessionResponse } from '../src/sessions/session.dto.js';
import { logIn } from './log-in.js';

let gateway: TestService;
let session: SessionResponse;
let phones = 0;

beforeAll(async () => {
  gateway = await startTestService(gatewayService);
});
afterAll(() => gateway.close());
beforeEach(async () => {
  session = await logIn(gateway, `1370000${String((phones += 1)).padStart(4, '0')}`);
});

const show = () => gateway.request('GET', '/api/v1/me', { token: session.accessToken });
const change = (body: unknown, headers: Record<string, string> = {}) =>
  gateway.request('PATCH', '/api/v1/me', { token: session.accessToken, body, headers });
const changes = async () =>
  (await gateway.emitted(PersonChanged)).filter(({ personId }) => personId === session.account.id);
const identityVersion = async () =>
  (
    await gateway.runtime.reads.manager.query<{ version: number }[]>('SELECT version FROM accounts WHERE id = ?', [
      session.account.id,
    ])
  )[0]?.version;

describe('the profile', () => {
  it('starts with the phone, masked', async () => {
    const answer = await show();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.body).toEqual({
      id: session.account.id,
      displayName: null,
      language: 'zh-CN',
      birthDate: null,
      sex: null,
      area: null,
      phone: expect.stringMatching(/^137\*{4}\d{4}$/),
      version: 1,
    });
  });

  it('changes what is given, announces the whole, and leaves the identity version alone', async () => {
    const given = { displayName: ' 阿依古丽•买买提 ', birthDate: '1994-03-07', sex: 'female', area: '331102103' };
    const answer = await change(given);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(answer.body).toMatchObject({ ...given, displayName: '阿依古丽·买买提', language: 'zh-CN' });
    expect((await show()).body).toEqual(answer.body);

    const announced = await changes();
    expect(announced).toHaveLength(2);
    expect(gateway.peopleSeal.open(session.account.id, String(announced[1]?.sealed))).toEqual({
      ...given,
      displayName: '阿依古丽·买买提',
      language: 'zh-CN',
      phone: expect.stringMatching(/^137\d{8}$/),
    });
    expect(await identityVersion()).toBe(1);
  });

  it('takes a value back with null', async () => {
    await change({ displayName: '李静', language: 'en' });
    const answer = await change({ displayName: null });
    expect(answer.body).toMatchObject({ displayName: null, language: 'en', version: 3 });
  });

  it('stays as it is, silently, when nothing differs', async () => {
    await change({ displayName: '李静' });
    expect((await change({ displayName: '李静' })).headers.get('etag')).toBe('"2"');
    expect((await change({})).headers.get('etag')).toBe('"2"');
    expect(await changes()).toHaveLength(2);
  });

  it('refuses a change of what somebody else changed meanwhile', async () => {
    expect((await change({ displayName: '李静' }, { 'if-match': '"1"' })).status).toBe(200);
    const stale = await change({ displayName: '王静' }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-version']);
    expect((await show()).body.displayName).toBe('李静');
  });

  const impossible: unknown[] = [
    { displayName: '' },
    { displayName: '🙂' },
    { displayName: 'a\u0000b' },
    { displayName: '李'.repeat(51) },
    { displayName: 7 },
    { displayName: ['李'] },
    { language: null },
    { language: 'de' },
    { birthDate: '1994-02-30' },
    { birthDate: '2026-11-24' },
    { birthDate: '1899-12-31' },
    { sex: 'x' },
    { area: '33' },
    { phone: '13900000000' },
    { version: 9 },
    { constructor: {} },
    [],
    'text',
    null,
  ];
  it.each(impossible.map((body) => ({ body })))('refuses $body', async ({ body }) => {
    const answer = await change(typeof body === 'string' ? JSON.stringify(body) : body);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect((await show()).body).toMatchObject({ displayName: null, language: 'zh-CN', version: 1 });
  });

  it('is nobody else’s business', async () => {
    expect((await gateway.request('GET', '/api/v1/me')).status).toBe(401);
    expect((await gateway.request('GET', '/api/v1/me?id=1', { token: session.accessToken })).status).toBe(400);
  });
});
