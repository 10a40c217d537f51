import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { newId } from '../../config/new-id.js';
import { eventually, requestOver, startTestService, type TestService } from '../../testing/index.js';
import { createHttpApplication } from '../application/create-http-application.js';
import type { Principal } from '../../security/principal.js';
import { backstage, notesService } from '../notes.fixture.js';
import { IdempotencyCleanup } from './idempotency-cleanup.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';

const person: Principal = {
  accountId: newId(),
  kind: 'citizen',
  roles: ['citizen'],
  branchIds: [],
  sessionId: newId(),
  identityVersion: 1,
  profileVersion: 1,
};

describe('Idempotency-Key', () => {
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    service = await startTestService(notesService);
    token = await service.citizenToken();
  });
  afterAll(() => service.close());
  beforeEach(() => {
    backstage.runs = 0;
    backstage.delay = Promise.resolve();
  });

  const post = (key: string, body: unknown, by = token) =>
    service.request('POST', '/api/v1/notes', { token: by, body, headers: { 'idempotency-key': key } });
  const records = () => service.runtime.reads.manager.count(IdempotencyRecord);
  const notes = async (title: string) => {
    const [row] = await service.runtime.reads.manager.query<{ count: number }[]>(
      'SELECT COUNT(*) AS count FROM notes WHERE title = ?',
      [title],
    );
    return row?.count;
  };

  it('answers a repetition with the first answer, to the byte', async () => {
    const first = await post('k1', { title: 'once', pages: 1 });
    const again = await post('k1', { pages: 1, title: 'once' });
    expect(again.status).toBe(201);
    expect(again.text).toBe(first.text);
    for (const name of ['location', 'etag', 'content-type'])
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(backstage.runs).toBe(1);
  });

  it('keeps answers sealed', async () => {
    await post('sealed', { title: 'a very secret title' });
    const rows = await service.runtime.reads.manager.find(IdempotencyRecord);
    expect(JSON.stringify(rows)).not.toContain('secret');
  });

  it('keeps nothing by which a body or an answer could be guessed', async () => {
    const bodies = [{ title: 'yes' }, { title: 'certainly not' }];
    for (const [index, body] of bodies.entries()) await post(`guess${index}`, body);
    const rows = await service.runtime.reads.manager.find(IdempotencyRecord);
    expect(new Set(rows.map(({ answer }) => answer?.length)).size).toBe(1);
    const bareHashes = bodies.map((body) => createHash('sha256').update(JSON.stringify(body)).digest('hex'));
    expect(rows.filter(({ bodyHash }) => bareHashes.includes(bodyHash))).toEqual([]);
  });

  it('refuses the same key with another body', async () => {
    await post('k2', { title: 'one' });
    expect(await post('k2', { title: 'two' })).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('belongs to one person and is read to the letter', async () => {
    await post('k3', { title: 'mine' });
    await post('k3', { title: 'mine' }, await service.citizenToken());
    await post('K3', { title: 'mine' });
    expect(await notes('mine')).toBe(3);
  });

  it.each(['', 'a b', 'x'.repeat(256), 'ключ'])('refuses the key %p', async (key) => {
    const headers = { 'idempotency-key': Buffer.from(key).toString('latin1') };
    const answer = await service.request('POST', '/api/v1/notes', { token, body: { title: 'x' }, headers });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-idempotency-key' } });
  });

  it('remembers nothing of a refused or failed request', async () => {
    const before = await records();
    for (const [title, status] of [
      ['', 400],
      ['refuse', 403],
    ] as const) {
      const answer = await post('k4', { title });
      expect(answer.status).toBe(status);
      expect(answer.headers.get('location')).toBeNull();
    }
    expect(await records()).toBe(before);
    expect(await notes('refuse')).toBe(0);
    expect(await post('k4', { title: 'at last' })).toMatchObject({ status: 201 });
  });

  it('makes one resource of 100 posts at once, with equal answers', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => post('k5', { title: 'hundredfold' })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await notes('hundredfold')).toBe(1);
    expect(backstage.runs).toBe(1);
  });

  it('takes no part in public routes', async () => {
    const headers = { 'idempotency-key': 'not a key' };
    const answer = await service.request('POST', '/api/v1/notes-echo', { token, body: { title: 'x' }, headers });
    expect(answer.status).toBe(200);
  });

  it('works for handlers without a body', async () => {
    const coordinator = await service.staffToken({ roles: ['coordinator'] });
    const done = () =>
      service.request('POST', `/api/v1/notes/018f3c5e-0000-7000-8000-000000000000/done`, {
        token: coordinator,
        headers: { 'idempotency-key': 'k6' },
      });
    expect(await done()).toMatchObject({ status: 204, text: '' });
    expect(await done()).toMatchObject({ status: 204, text: '' });
    expect(backstage.runs).toBe(1);
  });

  it('is told to wait when the first takes too long', async () => {
    const app = await createHttpApplication({
      module: notesService.register(service.runtime, {} as never),
      services: [{ ...notesService, runtime: service.runtime }],
      policies: {},
      authenticator: { authenticate: () => Promise.resolve(person) },
      clock: service.clock,
      idempotencyWaitMilliseconds: 50,
    });
    await app.listen(0, '127.0.0.1');
    let goOn = () => {};
    backstage.delay = new Promise((resolve) => (goOn = resolve));
    const baseUrl = await app.getUrl();
    const slow = { token: 'any', body: { title: 'slow' }, headers: { 'idempotency-key': 'k7' } };
    const first = requestOver(baseUrl, 'POST', '/api/v1/notes', slow);
    await eventually(() => expect(backstage.runs).toBe(1));
    const second = await requestOver(baseUrl, 'POST', '/api/v1/notes', slow);
    expect(second).toMatchObject({ status: 409, body: { code: 'idempotency-key-in-flight' } });
    expect(second.headers.get('retry-after')).toBe('5');
    goOn();
    expect((await first).status).toBe(201);
    await app.close();
  });

  it('forgets after 72 hours, in chunks', async () => {
    const young = newId();
    for (const key of ['o1', 'o2', 'o3', 'o4', 'o5']) await post(key, { title: 'old' });
    service.clock.advance({ hours: 72, seconds: 1 });
    const later = await service.citizenToken();
    await post(young, { title: 'young' }, later);
    await new IdempotencyCleanup(service.runtime.unitOfWork, service.clock, 2).pass();
    expect(await records()).toBe(1);
    expect((await post(young, { title: 'young' }, later)).headers.get('idempotent-replayed')).toBe('true');
  });
});
