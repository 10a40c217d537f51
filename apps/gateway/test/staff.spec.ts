import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { newId } from '@sanxian/shared/config';
import { PersonRegistered } from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import {
  createBranches,
  createStaffAccount,
  gatewayService,
  hasStaffAccount,
  issueSetUpToken,
} from '../src/gateway.module.js';
import { setUpPage, setUpPageSecurityPolicy } from '../src/staff/set-up-first-account/set-up-page.js';

const password = '老竹畲族镇 2018-11-04';
const city = { id: newId(), name: '丽水市红十字会', parentId: null };
const liandu = { id: newId(), name: '莲都区红十字会', parentId: city.id };
const qingtian = { id: newId(), name: '青田县红十字会', parentId: city.id };
let gateway: TestService;

beforeEach(async () => {
  gateway = await startTestService(gatewayService);
  await createBranches(gateway.runtime, [city, liandu, qingtian]);
});
afterEach(() => gateway.close());

const logIn = (body: Record<string, unknown>) => gateway.request('POST', '/api/v1/auth/staff-sessions', { body });
const create = (staff: Partial<Parameters<typeof createStaffAccount>[2]> = {}) =>
  createStaffAccount(gateway.runtime, gateway, {
    username: 'lan.min',
    password,
    roles: ['coordinator'],
    branchIds: [liandu.id],
    ...staff,
  });

describe('staff log-in', () => {
  it('opens a session with roles and the branches assigned and below', async () => {
    const id = await create({ branchIds: [city.id], roles: ['coordinator', 'ops'] });
    const answer = await logIn({ username: ' Lan.Min ', password });
    expect(answer.status).toBe(201);
    expect(answer.body.account).toEqual({
      id,
      kind: 'staff',
      roles: ['coordinator', 'ops'],
      branches: [city, liandu, qingtian].map((branch) => ({ id: branch.id, name: branch.name })),
    });
    const me = await gateway.request('GET', '/api/v1/me', { token: String(answer.body.accessToken) });
    expect(me.body).toMatchObject({ id, phone: null, displayName: null, language: 'zh-CN' });
    expect(await gateway.emitted(PersonRegistered)).toEqual([{ personId: id }]);
  });

  it('says the same to a wrong password and to a name nobody has', async () => {
    await create();
    for (const body of [
      { username: 'lan.min', password: 'something else' },
      { username: 'nobody', password },
    ]) {
      const answer = await logIn(body);
      expect([answer.status, answer.body.code]).toEqual([401, 'wrong-credentials']);
    }
  });

  it('stops after five failures within fifteen minutes, counting those under way', async () => {
    await create();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => logIn({ username: 'lan.min', password: 'wrong' })),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
    const right = await logIn({ username: 'lan.min', password });
    expect([right.status, right.headers.get('retry-after')]).toEqual([429, '900']);
    gateway.clock.advance({ minutes: 15 });
    expect((await logIn({ username: 'lan.min', password })).status).toBe(201);
  });

  it('counts failures per address over all names', async () => {
    for (const username of ['one', 'two', 'three', 'four', 'five']) await logIn({ username, password });
    expect((await logIn({ username: 'six', password })).status).toBe(429);
  });

  it('does not count what succeeds', async () => {
    await create();
    for (let time = 0; time < 8; time += 1) expect((await logIn({ username: 'lan.min', password })).status).toBe(201);
  });
});

describe('an account with an authenticator', () => {
  const secret = new Secret({ size: 20 });
  const codeAt = (timestamp: number) => new TOTP({ secret }).generate({ timestamp });
  const codeNow = () => codeAt(gateway.clock.now().getTime());
  const withTotp = (totp?: string) => logIn({ username: 'lan.min', password, totp });

  beforeEach(async () => {
    await create({ totpSecret: secret.base32 });
  });

  it('asks for the code once the password is right, and tells strangers nothing', async () => {
    expect((await withTotp()).body.code).toBe('totp-required');
    expect((await logIn({ username: 'lan.min', password: 'wrong' })).body.code).toBe('wrong-credentials');
    expect((await withTotp(codeNow())).status).toBe(201);
  });

  it('takes each code once, also when it comes twice at once', async () => {
    const totp = codeNow();
    const answers = await Promise.all([withTotp(totp), withTotp(totp), withTotp(totp)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
    expect((await withTotp(codeAt(gateway.clock.now().getTime() - 30_000))).status).toBe(401);
    gateway.clock.advance({ seconds: 30 });
    expect((await withTotp(codeNow())).status).toBe(201);
  });

  it('allows for a clock half a minute off, and no more', async () => {
    const now = gateway.clock.now().getTime();
    expect((await withTotp(codeAt(now - 60_000))).status).toBe(401);
    expect((await withTotp(codeAt(now - 30_000))).status).toBe(201);
  });
});

describe('setting up the first account', () => {
  const setUp = (token: string, username = 'first') =>
    gateway.request('POST', '/api/v1/accounts/first-staff', { body: { token, username, password } });

  it('makes one account at the root, once, however many try at once', async () => {
    expect(await hasStaffAccount(gateway.runtime)).toBe(false);
    const token = await issueSetUpToken(gateway.runtime);
    const answers = await Promise.all(['one', 'two', 'three'].map((username) => setUp(token, username)));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    expect(made[0]?.headers.get('location')).toBe('/api/v1/me');
    expect(made[0]?.body).toMatchObject({ kind: 'staff', roles: ['coordinator', 'ops'] });
    expect(made[0]?.body.branches).toHaveLength(3);
    expect(answers.filter(({ body }) => body.code === 'set-up-token-invalid')).toHaveLength(2);
    expect(await hasStaffAccount(gateway.runtime)).toBe(true);
  });

  it('lets the newest link work alone, for a day', async () => {
    const older = await issueSetUpToken(gateway.runtime);
    const newer = await issueSetUpToken(gateway.runtime);
    expect((await setUp(older)).status).toBe(401);
    gateway.clock.advance({ days: 1 });
    expect((await setUp(newer)).status).toBe(401);
  });

  it('keeps the link usable when the username is taken', async () => {
    await create();
    const token = await issueSetUpToken(gateway.runtime);
    expect((await setUp(token, 'lan.min')).body.code).toBe('username-taken');
    expect((await setUp(token, 'lan.min.2')).status).toBe(201);
  });

  it('shows a page that runs nothing but its own script', async () => {
    const page = await gateway.request('GET', '/setup', { headers: { 'accept-language': 'en' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toBe(setUpPageSecurityPolicy);
    expect(setUpPageSecurityPolicy).toContain("default-src 'none'; script-src 'sha256-");
    expect(page.text).toBe(setUpPage('en'));
    expect(page.text).toContain('<html lang="en">');
    expect(setUpPage('zh-CN')).not.toMatch(/必须|立即|！/);
  });
});
