import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { gatewayService } from '../src/gateway.module.js';
import { askForCode, logIn } from './log-in.js';

let gateway: TestService;
let phones = 0;
const nextPhone = () => `1390000${String((phones += 1)).padStart(4, '0')}`;

beforeAll(async () => {
  gateway = await startTestService(gatewayService);
});
afterAll(() => gateway.close());

const me = (token: string) => gateway.request('GET', '/api/v1/me', { token });
const refresh = (refreshToken: string) =>
  gateway.request('POST', '/api/v1/auth/sessions/refresh', { body: { refreshToken } });

describe('refresh tokens', () => {
  it('are exchanged for the next, each once', async () => {
    const session = await logIn(gateway, nextPhone());
    gateway.clock.advance({ minutes: 11 });
    expect((await me(session.accessToken)).status).toBe(401);
    const renewed = await refresh(session.refreshToken);
    expect(renewed.status).toBe(201);
    expect(renewed.body.account).toEqual(session.account);
    expect(renewed.body.refreshToken).not.toBe(session.refreshToken);
    expect((await me(renewed.body.accessToken as string)).status).toBe(200);
  });

  it('end the session for everybody when one comes a second time', async () => {
    const session = await logIn(gateway, nextPhone());
    const renewed = await refresh(session.refreshToken);
    const again = await refresh(session.refreshToken);
    expect([again.status, again.body.code]).toEqual([401, 'refresh-token-reused']);
    expect((await refresh(renewed.body.refreshToken as string)).body.code).toBe('refresh-token-invalid');
    expect((await me(renewed.body.accessToken as string)).status).toBe(401);
    const other = await logIn(gateway, nextPhone());
    expect((await me(other.accessToken)).status).toBe(200);
  });

  it('let one of many at once win, count the others as reuse, and leave nobody locked out', async () => {
    const phone = nextPhone();
    const session = await logIn(gateway, phone);
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(session.refreshToken)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'refresh-token-reused')).toHaveLength(9);
    gateway.clock.advance({ minutes: 2 });
    expect((await logIn(gateway, phone)).account.id).toBe(session.account.id);
  });

  it('end when nobody came back for thirty days, and not before', async () => {
    const session = await logIn(gateway, nextPhone());
    gateway.clock.advance({ days: 29, hours: 23 });
    const renewed = await refresh(session.refreshToken);
    expect(renewed.status).toBe(201);
    gateway.clock.advance({ days: 30 });
    expect((await refresh(renewed.body.refreshToken as string)).body.code).toBe('refresh-token-invalid');
  });

  it('mean nothing when invented or left out', async () => {
    expect((await refresh('x'.repeat(43))).body.code).toBe('refresh-token-invalid');
    for (const body of [undefined, {}]) {
      expect((await gateway.request('POST', '/api/v1/auth/sessions/refresh', { body })).status).toBe(401);
    }
  });
});

describe('a browser', () => {
  const web = { 'x-sanxian-client': 'web' };
  const cookieOf = (answer: { headers: Headers }) => answer.headers.get('set-cookie') ?? '';
  const pairOf = (cookie: string) => cookie.split(';')[0] ?? '';

  it('has its refresh token in a cookie that scripts cannot read, and nowhere else', async () => {
    const body = await askForCode(gateway, nextPhone());
    const session = await gateway.request('POST', '/api/v1/auth/sessions', { body, headers: web });
    expect(session.status).toBe(201);
    expect(session.body).not.toHaveProperty('refreshToken');
    expect(cookieOf(session)).toMatch(
      /^sanxian_refresh=[\w-]{43}; Max-Age=2592000; Path=\/api\/v1\/auth\/sessions; HttpOnly; SameSite=Lax$/,
    );

    const renewed = await gateway.request('POST', '/api/v1/auth/sessions/refresh', {
      headers: { cookie: `theme=dark; ${pairOf(cookieOf(session))}` },
    });
    expect(renewed.status).toBe(201);
    expect(renewed.body).not.toHaveProperty('refreshToken');
    expect(pairOf(cookieOf(renewed))).not.toBe(pairOf(cookieOf(session)));

    const loggedOut = await gateway.request('DELETE', '/api/v1/auth/sessions/current', {
      token: String(renewed.body.accessToken),
    });
    expect(loggedOut.status).toBe(204);
    expect(cookieOf(loggedOut)).toMatch(/^sanxian_refresh=; Max-Age=0; Path=\/api\/v1\/auth\/sessions;/);
  });
});

describe('logging out', () => {
  it('ends this session at once, and no other', async () => {
    const phone = nextPhone();
    const here = await logIn(gateway, phone);
    gateway.clock.advance({ minutes: 2 });
    const elsewhere = await logIn(gateway, phone);
    const answer = await gateway.request('DELETE', '/api/v1/auth/sessions/current', { token: here.accessToken });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await me(here.accessToken)).status).toBe(401);
    expect((await refresh(here.refreshToken)).body.code).toBe('refresh-token-invalid');
    expect((await me(elsewhere.accessToken)).status).toBe(200);
  });
});

describe('access tokens', () => {
  it('are verified with the published keys', async () => {
    const { accessToken, account } = await logIn(gateway, nextPhone());
    const published = await gateway.request('GET', '/.well-known/jwks.json');
    expect(published.status).toBe(200);
    expect(published.text).not.toContain('"d"');
    const { payload, protectedHeader } = await jwtVerify(
      accessToken,
      createLocalJWKSet(published.body as unknown as Parameters<typeof createLocalJWKSet>[0]),
      { currentDate: gateway.clock.now(), issuer: 'sanxian', audience: 'sanxian' },
    );
    expect(protectedHeader.alg).toBe('EdDSA');
    expect(payload).toMatchObject({ sub: account.id, kind: 'citizen', roles: ['citizen'], branches: [] });
    expect(payload.exp! - payload.iat!).toBe(600);
  });

  it('are refused when forged, expired, unsigned or meant for somebody else', async () => {
    const { accessToken } = await logIn(gateway, nextPhone());
    const claims = decodeJwt(accessToken);
    const { kid } = decodeProtectedHeader(accessToken);
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const [head, body, signature] = accessToken.split('.') as [string, string, string];
    const otherwise = { ...claims, roles: ['ops'] };
    const tokens = [
      `${encode({ alg: 'none' })}.${body}.`,
      `${encode({ alg: 'none', kid })}.${body}.${signature}`,
      `${encode({ alg: 'HS256', kid })}.${body}.${signature}`,
      `${head}.${encode(otherwise)}.${signature}`,
      await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid: kid! }).sign(privateKey),
      `${head}.${body}`,
      'x',
    ];
    for (const token of tokens) expect([token, (await me(token)).status]).toEqual([token, 401]);
    expect((await me(accessToken)).status).toBe(200);
    gateway.clock.advance({ minutes: 10 });
    const expired = await me(accessToken);
    expect([expired.status, expired.body.code]).toEqual([401, 'unauthenticated']);
  });

  it('are refused when their session was never opened here', async () => {
    expect((await me(await gateway.citizenToken())).status).toBe(401);
  });
});
