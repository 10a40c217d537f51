import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { donationsService } from '@sanxian/donations/module';
import { gatewayService } from '@sanxian/gateway/module';
import { notificationsService } from '@sanxian/notifications/module';
import { wholePolicies } from '@sanxian/shared/http';
import {
  AccessTokenSigner,
  generateSigningKey,
  readOrCreateSigningKey,
  type RoutePolicy,
} from '@sanxian/shared/security';
import { FakeClock, type TestRequest } from '@sanxian/shared/testing';
import { volunteersService } from '@sanxian/volunteers/module';
import { decodeJwt, UnsecuredJWT } from 'jose';
import { startTestSystem, type TestSystem } from './test-system.js';

interface Route {
  readonly method: string;
  readonly pattern: string;
  readonly policy: RoutePolicy;
}

const unknownId = '018f2d4e-7c1a-7000-8000-00000000dead';
/** What a path parameter is filled with when it is no id. */
const parameters: Readonly<Record<string, string>> = { purpose: 'blood-contact', secret: 'nobody-has-this' };
/** Ends the very session it is called with, so each caller brings one of their own. */
const logOut = 'DELETE /api/v1/auth/sessions/current';

const routes: readonly Route[] = [gatewayService, donationsService, volunteersService, notificationsService]
  .flatMap((service) => Object.entries<RoutePolicy>(wholePolicies(service)))
  .map(([key, policy]) => {
    const [method = '', pattern = ''] = key.split(' ');
    return { method, pattern, policy };
  });
const nameOf = ({ method, pattern }: Route) => `${method} ${pattern}`;

let system: TestSystem;
const bearers = {
  nobody: '',
  citizen: '',
  coordinator: '',
  ops: '',
  expired: '',
  forged: '',
  unsigned: '',
  revoked: '',
};
type Caller = keyof typeof bearers;
const rolesOf: Partial<Record<Caller, 'citizen' | 'coordinator' | 'ops'>> = {
  citizen: 'citizen',
  coordinator: 'coordinator',
  ops: 'ops',
};

beforeAll(async () => {
  system = await startTestSystem();
  bearers.citizen = (await system.citizen('19912340101')).token;
  bearers.coordinator = (await system.staff('coordinator')).token;
  bearers.ops = (await system.staff('ops')).token;
  await makeBadTokens((await system.citizen('19912340102')).token);
});

afterAll(() => system.stop());

/** Each is good but for one thing. */
async function makeBadTokens(good: string): Promise<void> {
  const { sub, sid } = decodeJwt(good);
  const claims = {
    accountId: sub ?? '',
    sessionId: String(sid),
    kind: 'citizen',
    roles: ['citizen', 'coordinator', 'ops'],
    branchIds: [],
  } as const;
  const realKey = await readOrCreateSigningKey(system.signingKeyFile);
  const anHourAgo = new FakeClock(new Date(Date.now() - 3_600_000).toISOString());
  const now = new FakeClock(new Date().toISOString());
  bearers.expired = (await new AccessTokenSigner(realKey, anHourAgo).sign(claims)).token;
  const otherKey = { ...(await generateSigningKey()), keyId: realKey.keyId };
  bearers.forged = (await new AccessTokenSigner(otherKey, now).sign(claims)).token;
  bearers.unsigned = new UnsecuredJWT(decodeJwt(good)).encode();
  bearers.revoked = good;
  await system.request('DELETE', '/api/v1/auth/sessions/current', { token: good });
}

async function call(route: Route, caller: Caller): Promise<{ status: number; code: string | undefined }> {
  const path = route.pattern.replace(/:(\w+)/g, (_, name: string) => parameters[name] ?? unknownId);
  const token = nameOf(route) === logOut ? await tokenToLose(caller) : bearers[caller];
  const request: TestRequest = {
    ...(token ? { token } : {}),
    ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { body: {} }),
  };
  const { status, body } = await system.request<{ code?: string }>(route.method, path, request);
  return { status, code: body.code };
}

async function tokenToLose(caller: Caller): Promise<string> {
  if (caller === 'citizen') return (await system.citizen('19912340103')).token;
  const role = rolesOf[caller];
  return role === 'coordinator' || role === 'ops' ? (await system.staff(role)).token : bearers[caller];
}

/** The policy table in the words of the answers: what a caller sees of a route before the route itself has a say. */
function expectedAnswer(policy: RoutePolicy, caller: Caller): string {
  if (policy === 'public') return 'let through';
  const role = rolesOf[caller];
  if (!role) return '401 unauthenticated';
  if (policy.roles.includes(role)) return 'let through';
  return policy.hidden ? '404 not-found' : '403 forbidden';
}

/** Behind the door the route itself may still say no: bad body, unknown id, a rule. Only these are the door's own. */
function answerSeen(policy: RoutePolicy, { status, code }: { status: number; code: string | undefined }): string {
  if (status >= 500) return `${status} ${code}`;
  const byTheDoor = code === 'unauthenticated' || code === 'forbidden' || (policy !== 'public' && policy.hidden);
  return byTheDoor && status >= 400 ? `${status} ${code}` : 'let through';
}

describe('every route of the policy tables', () => {
  it('is many', () => expect(routes.length).toBeGreaterThan(35));

  it.each(routes.map((route) => ({ route, name: nameOf(route) })))(
    '$name lets in whom its policy names',
    async ({ route }) => {
      const expected: Record<string, string> = {};
      const seen: Record<string, string> = {};
      for (const caller of Object.keys(bearers) as Caller[]) {
        expected[caller] = expectedAnswer(route.policy, caller);
        seen[caller] = answerSeen(route.policy, await call(route, caller));
      }
      expect(seen).toEqual(expected);
    },
  );
});
