import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../config/clock.js';
import { newId } from '../../config/new-id.js';
import type { RoutePolicies } from '../../security/route-policies.js';
import { eventually, startTestService, type TestService } from '../../testing/index.js';
import { HealthModule, healthPolicies } from '../health/health.module.js';
import { ReadinessChecks } from '../health/readiness-checks.js';
import { backstage, notesService } from '../notes.fixture.js';
import { createHttpApplication } from './create-http-application.js';

const alone = {
  module: HealthModule.with(new ReadinessChecks([])),
  services: [],
  authenticator: { authenticate: () => Promise.resolve(null) },
  clock: new SystemClock(),
};

describe('an HTTP application', () => {
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    service = await startTestService(notesService);
    token = await service.citizenToken();
  });
  afterAll(() => service.close());

  const get = (path: string, headers: Record<string, string> = {}) => service.request('GET', path, { headers });

  it('creates a resource: 201, Location, ETag, the resource', async () => {
    const answer = await service.request('POST', '/api/v1/notes', { token, body: { title: ' 一 ' } });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ title: '一', version: 1 });
    expect(answer.headers.get('location')).toBe(`/api/v1/notes/${String(answer.body.id)}`);
    expect(answer.headers.get('etag')).toBe('"1"');
  });

  it('does nothing for an asker who has stopped waiting', async () => {
    let goOn = () => undefined as void;
    backstage.delay = new Promise((resolve) => (goOn = resolve));
    const asked = service.request('POST', '/api/v1/notes', {
      token,
      body: { title: '晚了' },
      headers: { 'x-sanxian-time-left': '1' },
    });
    const from = performance.now();
    await eventually(() => expect(performance.now() - from).toBeGreaterThan(20));
    goOn();
    const answer = await asked;
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('1');
    const { body } = await service.request<{ items: { title: string }[] }>('GET', '/api/v1/notes', { token });
    expect(body.items.map(({ title }) => title)).not.toContain('晚了');
  });

  it('gives every answer its protecting headers', async () => {
    for (const path of ['/api/v1/notes/language', '/api/v1/notes', '/api/v1/nowhere', '/%ff']) {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('cache-control')).toBe(path.startsWith('/api') ? 'no-store' : null);
    }
  });

  it('keeps a good request id and replaces a bad one', async () => {
    const answered = async (given: string) =>
      (await get('/api/v1/notes/language', { 'x-request-id': given })).headers.get('x-request-id');
    expect(await answered('order-17')).toBe('order-17');
    expect(await answered('a b')).not.toBe('a b');
    expect(await answered('x'.repeat(129))).toHaveLength(36);
  });

  it('goes on with the trace of the caller, in answers, problems and handlers', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
    const answer = await service.request('POST', '/api/v1/notes', {
      token,
      body: { title: 'traced' },
      headers: { traceparent },
    });
    expect(answer.headers.get('traceparent')).toMatch(
      new RegExp(`^00-${traceId}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`),
    );
    expect(backstage.seenTraceparent).toBe(answer.headers.get('traceparent'));
    expect((await get('/api/v1/nowhere', { traceparent })).body).toMatchObject({ traceId });
  });

  it.each([
    '',
    'nonsense',
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    '00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01',
  ])('starts a trace of its own instead of %p', async (traceparent) => {
    const { body } = await get('/api/v1/nowhere', { traceparent });
    expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(traceparent.toLowerCase()).not.toContain(String(body.traceId));
  });

  it('answers what it does not know with a problem document', async () => {
    for (const [method, path] of [
      ['GET', '/nowhere?phone=1'],
      ['PATCH', '/api/v1/notes'],
      ['GET', `/api/v1/notes/${'1'.repeat(300)}/done`],
    ] as const) {
      expect(await service.request(method, path)).toMatchObject({ status: 404 });
    }
    expect((await fetch(`${service.baseUrl}/api/v1/notes/language`, { method: 'HEAD' })).status).toBe(404);
    const { headers, body } = await get('/nowhere?phone=1', { 'accept-language': 'en' });
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(headers.get('content-language')).toBe('en');
    expect(body).toEqual({
      type: 'urn:sanxian:problem:not-found',
      title: 'Not found',
      status: 404,
      detail: 'There is nothing here that you may see.',
      instance: '/nowhere',
      code: 'not-found',
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      errors: [],
    });
  });

  it('answers bytes that are no HTTP with a problem document', async () => {
    const { port, hostname } = new URL(service.baseUrl);
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write('GET / HTTP/9\r\n\r\n'));
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
    expect(text).toContain('"code":"malformed-request"');
  });
});

describe('the start of an HTTP application', () => {
  const start = async (policies: RoutePolicies) => {
    const app = await createHttpApplication({ ...alone, policies });
    try {
      await app.listen(0, '127.0.0.1');
    } finally {
      await app.close();
    }
  };

  it('succeeds when every route has a policy', async () => {
    await start(healthPolicies);
  });

  it('fails on a route without a policy, and on a policy without a route', async () => {
    await expect(start({ 'GET /health/live': 'public' })).rejects.toThrow('Route without a policy: GET /health/ready');
    await expect(start({ ...healthPolicies, 'GET /gone': 'public' })).rejects.toThrow(
      'Policy without a route: GET /gone',
    );
  });
});

describe('an HTTP application that closes', () => {
  it('lets requests under way end', async () => {
    const service = await startTestService(notesService);
    const token = await service.citizenToken();
    let goOn = () => {};
    backstage.delay = new Promise((resolve) => (goOn = resolve));
    const runs = backstage.runs;
    const underWay = service.request('POST', '/api/v1/notes', { token, body: { title: newId() } });
    await eventually(() => expect(backstage.runs).toBe(runs + 1));
    const closed = service.close();
    goOn();
    expect((await underWay).status).toBe(201);
    await closed;
  });

  it('sends new ones elsewhere', async () => {
    const app = await createHttpApplication({ ...alone, policies: healthPolicies });
    const seen: Response[] = [];
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('preClose', async () => {
        seen.push(await fetch(`${await app.getUrl()}/health/live`));
      });
    await app.listen(0, '127.0.0.1');
    await app.close();
    expect(seen[0]?.status).toBe(503);
    expect(seen[0]?.headers.get('retry-after')).toBe('1');
  });
});
