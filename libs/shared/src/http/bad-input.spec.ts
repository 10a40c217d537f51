import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SystemClock } from '../config/clock.js';
import { startTestService, type TestService } from '../testing/index.js';
import { createHttpApplication } from './application/create-http-application.js';
import { HealthModule, healthPolicies } from './health/health.module.js';
import { ReadinessChecks } from './health/readiness-checks.js';
import { notesService } from './notes.fixture.js';

// reliability.md, test 24: a problem document with a code and 4xx, nothing stored, never 5xx.
describe('bad input', () => {
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    service = await startTestService(notesService);
    token = await service.citizenToken();
  });
  afterAll(() => service.close());

  const stored = () => service.runtime.reads.manager.query<{ count: number }[]>('SELECT COUNT(*) AS count FROM notes');
  const post = (body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(`${service.baseUrl}/api/v1/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body,
    });

  const deep = (open: string, close: string, levels = 10_000) => open.repeat(levels) + close.repeat(levels);
  const withTitle = (rest: string) => `{"title":"ok",${rest}}`;

  it.each<[string, string | Buffer<ArrayBuffer>, number]>([
    ['arrays 10,000 deep', deep('[', ']'), 400],
    ['a field 10,000 deep', withTitle(`"answers":${deep('{"a":', '}').replace(':}', ':1}')}`), 400],
    ['a field 33 deep', withTitle(`"answers":${deep('{"a":', '}', 33).replace(':}', ':1}')}`), 400],
    ['__proto__', withTitle('"__proto__":{"x":1}'), 400],
    ['__proto__ further down', withTitle('"answers":{"__proto__":{"x":1}}'), 400],
    ['__proto__ escaped', withTitle('"\\u005f_proto__":{"x":1}'), 400],
    ['constructor.prototype', withTitle('"constructor":{"prototype":{"x":1}}'), 400],
    ['constructor', withTitle('"constructor":1'), 400],
    ['toString', withTitle('"toString":"x"'), 400],
    ['hasOwnProperty', withTitle('"hasOwnProperty":"x"'), 400],
    ['NUL', '{"title":"a\\u0000b"}', 400],
    ['NUL in a key', withTitle('"answers":{"a\\u0000":1}'), 400],
    ['a lone high surrogate', '{"title":"a\\ud800"}', 400],
    ['a lone low surrogate', withTitle('"answers":{"a":["\\udc00"]}'), 400],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400],
    ['2^53 + 1', withTitle('"pages":9007199254740993'), 400],
    ['a negative number', withTitle('"pages":-1'), 400],
    ['a fraction', withTitle('"pages":1.5'), 400],
    ['1e400', withTitle('"pages":1e400'), 400],
    ['an object for a text', '{"title":{"length":3}}', 400],
    ['an array for a text', '{"title":["a"]}', 400],
    ['null for a text', '{"title":null}', 400],
    ['null among contacts', withTitle('"contacts":[null]'), 400],
    ['a text among contacts', withTitle('"contacts":["x"]'), 400],
    ['an array among contacts', withTitle('"contacts":[[{"phone":"13800000000"}]]'), 400],
    ['a list for an object', withTitle('"place":[{"name":"x"}]'), 400],
    ['an object for a list', withTitle('"contacts":{"0":{"phone":"13800000000"},"length":1}'), 400],
    ['an array', '[{"title":"a"}]', 400],
    ['an empty array', '[]', 400],
    ['null', 'null', 400],
    ['a number', '7', 400],
    ['half of it', '{"title":', 400],
    ['single quotes', "{'title':'a'}", 400],
    ['nothing but spaces', '  ', 400],
    ['10 MB', JSON.stringify({ title: 'x'.repeat(10_000_000) }), 413],
    ['100 kB and a bit', JSON.stringify({ title: 'x'.repeat(102_400) }), 413],
  ])('%s is refused', async (_, body, status) => {
    const [before] = await stored();
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ status, code: expect.stringMatching(/^[a-z-]+$/) });
    expect((await stored())[0]).toEqual(before);
  });

  it('takes 99 kB and 32 levels', async () => {
    const answers = `${deep('{"a":', '}', 30).replace(':}', `:"${'x'.repeat(99_000)}"}`)}`;
    expect((await post(withTitle(`"answers":${answers}`))).status).toBe(201);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'x',
  ])('content type %s is refused', async (type) => {
    const answer = await post('{"title":"a"}', { 'content-type': type });
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ code: 'unsupported-media-type' });
  });

  it('compressed bodies are refused', async () => {
    expect((await post('{"title":"a"}', { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it.each([
    '?x=%ff',
    '?limit=%00',
    '?__proto__=1',
    '?constructor=1',
    '?limit=9007199254740993',
    '?%00=1',
    '?after=%ud800',
    '?x[y]=1',
  ])('the query %s is refused', async (query) => {
    const answer = await service.request('GET', `/api/v1/notes${query}`, { token });
    expect(answer.status).toBe(400);
  });

  it.each([
    ['/api/v1/notes/%', 400],
    ['/api/v1/notes/%zz', 400],
    ['/api/v1/notes/%ff', 400],
    [`/api/v1/notes/${'a'.repeat(5_000)}`, 404],
    ['/api/v1/notes/..%2f..%2fetc', 404],
    ['//api/v1/notes', 404],
  ])('the path %s is refused', async (path, status) => {
    const answer = await service.request('PUT', path, { token, body: { title: 'a' } });
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBeDefined();
  });
});

describe('slow clients', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createHttpApplication({
      module: HealthModule.with(new ReadinessChecks([])),
      services: [],
      policies: healthPolicies,
      authenticator: { authenticate: async () => null },
      clock: new SystemClock(),
      arrivalMilliseconds: 300,
    });
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  it.each([
    'GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: ',
    'POST /health/live HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{',
  ])('are sent away: %j', async (beginning) => {
    const { port } = new URL(await app.getUrl());
    const startedAt = performance.now();
    const answer = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(beginning));
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(answer).toContain('application/problem+json');
  });
});
