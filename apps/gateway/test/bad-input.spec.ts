import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { gatewayService } from '../src/gateway.module.js';
import { logIn } from './log-in.js';

const codes = '/api/v1/auth/one-time-codes';
const sessions = '/api/v1/auth/sessions';
const staffSessions = '/api/v1/auth/staff-sessions';
const refresh = '/api/v1/auth/sessions/refresh';
const firstStaff = '/api/v1/accounts/first-staff';
const challengeId = '018f2d4e-7c1a-7000-8000-000000000001';
const deep = '['.repeat(10_000) + ']'.repeat(10_000);

const cases: [string, string, unknown, number][] = [
  [codes, 'nothing', undefined, 400],
  [codes, 'no phone', {}, 400],
  [codes, 'a landline', { phone: '0578-2091234' }, 400],
  [codes, 'a foreign number', { phone: '+447700900123' }, 400],
  [codes, 'a number', { phone: 13812341234 }, 400],
  [codes, 'a list of phones', { phone: ['13812341234'] }, 400],
  [codes, 'an object for a phone', { phone: { $ne: null } }, 400],
  [codes, 'an unknown field', { phone: '13812341234', admin: true }, 400],
  [codes, 'a poisoned prototype', '{"phone":"13812341234","__proto__":{"admin":true}}', 400],
  [codes, 'NUL', '{"phone":"1381234\\u0000234"}', 400],
  [codes, 'half a surrogate pair', '{"phone":"\\ud800"}', 400],
  [codes, 'no JSON', '{"phone":', 400],
  [codes, 'ten thousand levels', deep, 400],
  [codes, 'a megabyte', { phone: '1'.repeat(1_000_000) }, 413],
  [sessions, 'nothing', {}, 400],
  [sessions, 'a challenge that is no id', { challengeId: 'x', code: '123456' }, 400],
  [sessions, 'a challenge nobody got', { challengeId, code: '123456' }, 401],
  [sessions, 'five digits', { challengeId, code: '12345' }, 400],
  [sessions, 'full-width digits', { challengeId, code: '１２３４５６' }, 400],
  [sessions, 'a number for a code', { challengeId, code: 123456 }, 400],
  [staffSessions, 'no password', { username: 'lan' }, 400],
  [staffSessions, 'an endless password', { username: 'lan', password: 'x'.repeat(201) }, 400],
  [staffSessions, 'a number for a totp', { username: 'lan', password: 'x', totp: 123456 }, 400],
  [staffSessions, 'an object for a name', { username: {}, password: 'x' }, 400],
  [refresh, 'a number', { refreshToken: 1 }, 400],
  [refresh, 'an endless token', { refreshToken: 'x'.repeat(201) }, 400],
  [refresh, 'an invented token', { refreshToken: 'x' }, 401],
  [firstStaff, 'a short password', { token: 'x', username: 'lan.min', password: 'short' }, 400],
  [firstStaff, 'a name with a space', { token: 'x', username: 'lan min', password: 'long enough for all' }, 400],
  [firstStaff, 'an invented token', { token: 'x', username: 'lan.min', password: 'long enough for all' }, 401],
];

let gateway: TestService;
let token: string;

beforeAll(async () => {
  gateway = await startTestService(gatewayService);
  token = (await logIn(gateway, '13812341234')).accessToken;
});
afterAll(() => gateway.close());

const rowsStored = async () => {
  const tables = ['accounts', 'one_time_codes', 'sessions', 'staff_credentials', 'consent_entries', 'outbox'];
  const counts = tables.map((table) =>
    gateway.runtime.reads.manager.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM ${table}`),
  );
  return (await Promise.all(counts)).map(([row]) => row?.n);
};

describe('bad input', () => {
  it.each(cases)('%s: %s', async (path, _what, body, status) => {
    const before = await rowsStored();
    const answer = await gateway.request('POST', path, { body });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ status, code: expect.any(String), traceId: expect.any(String) });
    expect(answer.text).not.toMatch(/\bat .*\.[jt]s:\d+|node_modules/);
    expect(await rowsStored()).toEqual(before);
  });

  it('in the query is refused on every route', async () => {
    for (const [method, path] of [
      ['POST', codes],
      ['GET', '/api/v1/me'],
      ['GET', '/api/v1/me/consents'],
      ['DELETE', '/api/v1/me/consents/blood-contact'],
      ['DELETE', '/api/v1/auth/sessions/current'],
    ] as const) {
      const body = method === 'POST' ? { phone: '13812341235' } : undefined;
      expect((await gateway.request(method, `${path}?debug=1`, { token, body })).status).toBe(400);
    }
    expect((await gateway.request('GET', '/api/v1/me', { token })).status).toBe(200);
  });

  it('of another content type is refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await gateway.request('POST', codes, { body: 'phone=13812341236', headers });
    expect(answer.status).toBe(415);
  });

  it('in a cookie means nobody is logged in', async () => {
    for (const cookie of ['sanxian_refresh=', 'sanxian_refresh=%00', ';;;=', 'sanxian_refresh']) {
      expect((await gateway.request('POST', refresh, { headers: { cookie } })).status).toBe(401);
    }
  });
});

describe('the mailbox of the demo', () => {
  it('shows what would have left, newest first, for one receiver or all', async () => {
    gateway.clock.advance({ minutes: 2 });
    await gateway.request('POST', codes, { body: { phone: '13912341234' } });
    const one = await gateway.request('GET', '/api/v1/demo/mailbox?to=13912341234');
    expect(one.body).toEqual({
      items: [
        {
          channel: 'text-message',
          to: '13912341234',
          text: expect.stringMatching(/\d{6}/),
          sentAt: '2026-11-23T08:02:00.000Z',
        },
      ],
    });
    const all = await gateway.request<{ items: { to: string }[] }>('GET', '/api/v1/demo/mailbox');
    expect(all.body.items.map(({ to }) => to)).toEqual(['13912341234', '13812341234']);
    expect((await gateway.request('GET', '/api/v1/demo/mailbox?from=1')).status).toBe(400);
  });

  it('does not exist without demo data', async () => {
    const serious = await startTestService({
      ...gatewayService,
      register: (runtime, ports) => gatewayService.register(runtime, { ...ports, demoMailbox: undefined }),
    });
    try {
      const answer = await serious.request('GET', '/api/v1/demo/mailbox');
      const nowhere = await serious.request('GET', '/api/v1/demo/nowhere');
      expect([answer.status, answer.body.code]).toEqual([404, nowhere.body.code]);
    } finally {
      await serious.close();
    }
  });
});
