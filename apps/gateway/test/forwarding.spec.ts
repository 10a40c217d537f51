import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { eventually, startTestService, type TestService } from '@sanxian/shared/testing';
import { forwardingPolicies, forwardRequests } from '../src/forwarding/forward-request/forward-requests.js';
import { Upstream } from '../src/forwarding/upstream.js';
import { gatewayService } from '../src/gateway.module.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A service behind the gateway that answers as the test wants. */
interface Instance {
  readonly address: string;
  readonly seen: IncomingMessage[];
  readonly server: Server;
}

/** Far away, but where slowness is the point. */
const deadlineMilliseconds = 20_000;
const instances: Instance[] = [];
let gateway: TestService;
let upstream: Upstream;

async function instance(answer: Answer): Promise<Instance> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    void answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const started = { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, server };
  instances.push(started);
  return started;
}

const json = (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

async function start(addresses: string[], limits: { mostInFlight?: number; deadlineMilliseconds?: number } = {}) {
  upstream = new Upstream({ addresses, mostInFlight: 50, deadlineMilliseconds, ...limits });
  const upstreams = new Map([['donations', upstream]]);
  gateway = await startTestService(gatewayService, {
    routes: {
      policies: forwardingPolicies(upstreams.keys()),
      add: (http, authenticator) => forwardRequests(http, { upstreams, authenticator, deadlineMilliseconds }),
    },
  });
}

async function end({ server }: Instance): Promise<void> {
  server.closeAllConnections();
  if (server.listening) await new Promise((resolve) => server.close(resolve));
}

beforeEach(() => void (instances.length = 0));

afterEach(async () => {
  await gateway.close();
  await upstream.close();
  for (const running of instances) await end(running);
});

const path = '/api/v1/donations/blood/intents';

describe('a forwarded request', () => {
  it('arrives as it was sent, and its answer comes back as it was given', async () => {
    const service = await instance(async (request, response) => {
      json(response, { got: JSON.parse(await text(request)) as unknown }, 201, { location: `${path}/1`, etag: '"1"' });
    });
    await start([service.address]);
    const answer = await gateway.request('POST', `${path}?limit=3`, {
      body: { area: '331102' },
      headers: { 'idempotency-key': 'once', 'accept-language': 'en', 'if-match': '"7"' },
    });
    expect(answer).toMatchObject({ status: 201, body: { got: { area: '331102' } } });
    expect(Object.fromEntries(answer.headers)).toMatchObject({ location: `${path}/1`, etag: '"1"' });
    expect(service.seen[0]).toMatchObject({ method: 'POST', url: `${path}?limit=3` });
    expect(service.seen[0]?.headers).toMatchObject({
      'idempotency-key': 'once',
      'accept-language': 'en',
      'if-match': '"7"',
      'content-type': 'application/json',
    });
  });

  it('carries the trace and the request id on, and the address of the client instead of what it claims', async () => {
    const service = await instance((_request, response) => json(response, {}));
    await start([service.address]);
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    await gateway.request('GET', path, {
      headers: {
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
        'x-request-id': 'r-1',
        'x-forwarded-for': '8.8.8.8',
        'x-sanxian-identity-version': '999',
        'x-sanxian-time-left': '999999',
      },
    });
    const { headers } = service.seen[0]!;
    expect(headers['traceparent']).toContain(traceId);
    expect(headers).toMatchObject({
      'x-request-id': 'r-1',
      'x-forwarded-for': '127.0.0.1',
      'x-sanxian-time-left': String(deadlineMilliseconds),
    });
    expect(headers['x-sanxian-identity-version']).toBeUndefined();
  });

  it('keeps to itself what speaks of one connection only, both ways', async () => {
    const service = await instance((_request, response) =>
      json(response, {}, 200, {
        connection: 'close, x-inside',
        'x-inside': 'secret',
        'x-outside': 'yes',
        'keep-alive': 'timeout=1',
      }),
    );
    await start([service.address]);
    const answer = await rawRequest('GET', { connection: 'x-mine', 'x-mine': '1', te: 'trailers', 'x-yours': '2' });
    expect(service.seen[0]?.headers).toMatchObject({ 'x-yours': '2' });
    for (const name of ['x-mine', 'te']) expect(service.seen[0]?.headers[name]).toBeUndefined();
    expect(answer.headers).toMatchObject({ 'x-outside': 'yes' });
    expect(answer.headers['x-inside']).toBeUndefined();
    answer.resume();
  });

  it('takes a token along that is good here, and no other', async () => {
    const service = await instance((_request, response) => json(response, {}));
    await start([service.address]);
    const strange = await gateway.citizenToken();
    await gateway.request('GET', path, { token: strange });
    // Its session was never begun at this gateway.
    expect(service.seen[0]?.headers.authorization).toBeUndefined();
    const phone = '13905781111';
    const token = await loggedIn(phone);
    await gateway.request('GET', path, { token });
    const { headers } = service.seen[1]!;
    expect(headers.authorization).toBe(`Bearer ${token}`);
    for (const name of ['identity', 'profile']) expect(headers[`x-sanxian-${name}-version`]).toMatch(/^\d+$/);
    expect(JSON.stringify(headers)).not.toContain(phone);
  });

  it('is refused when it is too large, announced or not', async () => {
    const service = await instance(async (request, response) => {
      await text(request).catch(() => undefined);
      json(response, {});
    });
    await start([service.address]);
    const large = JSON.stringify({ text: 'a'.repeat(110_000) });
    expect(await gateway.request('POST', path, { body: large })).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    const chunked = await rawRequest(
      'POST',
      { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      large,
    );
    expect(chunked.statusCode).toBe(413);
    chunked.resume();
  });
});

describe('an answer that streams', () => {
  it('passes piece by piece: server-sent events arrive while the service still talks', async () => {
    const talking: ServerResponse[] = [];
    const service = await instance((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: one\n\n');
      talking.push(response);
    });
    await start([service.address]);
    const answer = await rawRequest('GET');
    const [first] = (await once(answer, 'data')) as [Buffer];
    expect(first.toString()).toBe('data: one\n\n');
    talking[0]!.write('data: two\n\n');
    const [second] = (await once(answer, 'data')) as [Buffer];
    expect(second.toString()).toBe('data: two\n\n');
    answer.destroy();
  });

  it('ends at the service when the client is gone', async () => {
    let closed = 0;
    const service = await instance((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: one\n\n');
      response.on('close', () => (closed += 1));
    });
    await start([service.address], { mostInFlight: 1 });
    const answer = await rawRequest('GET');
    await once(answer, 'data');
    answer.destroy();
    await eventually(() => expect(closed).toBe(1));
    // Nothing of it is left under way.
    await eventually(async () => {
      const next = await rawRequest('GET');
      next.destroy();
      expect(next.statusCode).toBe(200);
    });
  });
});

describe('a service in trouble', () => {
  it('that is gone makes its own paths unavailable, and logging in does not notice', async () => {
    const service = await instance((_request, response) => json(response, {}));
    await start([service.address]);
    await end(service);
    const answer = await gateway.request('POST', path, { body: {} });
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable', instance: path } });
    expect(answer.headers.get('retry-after')).toBe('1');
    await loggedIn('13905781112');
  });

  it('that is too slow is not waited for', async () => {
    const service = await instance(() => undefined);
    await start([service.address], { deadlineMilliseconds: 500 });
    const from = performance.now();
    expect(await gateway.request('GET', path)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(performance.now() - from).toBeLessThan(5_000);
    // A deadline is no broken connection: nothing is tried again.
    expect(service.seen).toHaveLength(1);
  });

  it('that breaks the connection is asked once more for a GET, and never for anything else', async () => {
    let answers = 0;
    const service = await instance((_request, response) => {
      answers += 1;
      if (answers === 1 || answers > 2) response.destroy();
      else json(response, { fine: true });
    });
    await start([service.address]);
    expect(await gateway.request('GET', path)).toMatchObject({ status: 200, body: { fine: true } });
    expect(await gateway.request('POST', path, { body: {} })).toMatchObject({ status: 503 });
    expect(service.seen.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
    expect(await gateway.request('GET', path)).toMatchObject({ status: 503 });
    expect(service.seen).toHaveLength(5);
  });

  it('of which one instance is gone answers through the others, bodies included', async () => {
    const answer: Answer = async (request, response) => json(response, { got: await text(request) }, 201);
    const [one, two, gone] = [await instance(answer), await instance(answer), await instance(answer)];
    await start([one.address, two.address, gone.address]);
    await end(gone);
    for (let round = 0; round < 9; round += 1) {
      const body = { round };
      expect(await gateway.request('POST', path, { body })).toMatchObject({
        status: 201,
        body: { got: JSON.stringify(body) },
      });
    }
    expect(one.seen.length + two.seen.length).toBe(9);
    expect(Math.min(one.seen.length, two.seen.length)).toBeGreaterThan(0);
  });

  it('of which one instance takes requests and never answers lets few wait for it, and has it back when it answers', async () => {
    let frozen = true;
    const sleeper = await instance((_request, response) => {
      if (!frozen) json(response, { from: 'sleeper' });
    });
    const other = await instance((_request, response) => json(response, { from: 'other' }));
    await start([sleeper.address, other.address], { deadlineMilliseconds: 300 });
    const answers = [];
    for (let times = 0; times < 20; times += 1) answers.push((await gateway.request('GET', path)).status);
    expect(answers.filter((status) => status === 503)).toHaveLength(1);
    frozen = false;
    await eventually(async () => expect((await gateway.request('GET', path)).body).toEqual({ from: 'sleeper' }), {
      withinMilliseconds: 10_000,
    });
  });

  it('with too much under way is not given more', async () => {
    const waiting: ServerResponse[] = [];
    const service = await instance((_request, response) => void waiting.push(response));
    await start([service.address], { mostInFlight: 3 });
    const first = [1, 2, 3].map(() => gateway.request('GET', path));
    await eventually(() => expect(service.seen).toHaveLength(3));
    const refused = await gateway.request('GET', path);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(service.seen).toHaveLength(3);
    for (const response of waiting) json(response, {});
    for (const answer of await Promise.all(first)) expect(answer.status).toBe(200);
  });
});

async function loggedIn(phone: string): Promise<string> {
  const sent = await gateway.request<{ challengeId: string }>('POST', '/api/v1/auth/one-time-codes', {
    body: { phone },
  });
  const code = /\d{6}/.exec(gateway.mailbox.list(phone)[0]?.text ?? '')?.[0];
  const body = { challengeId: sent.body.challengeId, code };
  const answer = await gateway.request<{ accessToken: string }>('POST', '/api/v1/auth/sessions', { body });
  expect(answer.status).toBe(201);
  return answer.body.accessToken;
}

/** Headers and pieces as no fetch would let them through. */
function rawRequest(method: string, headers: Record<string, string> = {}, body?: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${gateway.baseUrl}${path}`, { method, headers }, resolve);
    request.on('error', reject);
    request.end(body);
  });
}
