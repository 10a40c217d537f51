import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { newId } from '../../config/new-id.js';
import { startTestService, type TestService } from '../../testing/index.js';
import { notesService } from '../notes.fixture.js';

describe('the problem filter', () => {
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    service = await startTestService(notesService);
    token = await service.citizenToken();
  });
  afterAll(() => service.close());

  it.each([
    ['', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['fr, de', 'zh-CN'],
    ['*', 'zh-CN'],
    ['en-GB, zh;q=0.5', 'en'],
    ['zh-CN;q=0.5, en', 'en'],
    [';;;q=x', 'zh-CN'],
  ])('answers Accept-Language %p in %s', async (accepted, language) => {
    const { headers } = await service.request('GET', '/nowhere', { headers: { 'accept-language': accepted } });
    expect(headers.get('content-language')).toBe(language);
  });

  it('names the path, without the query and without what opens a door in it', async () => {
    const instanceOf = async (path: string) => (await service.request('GET', path)).body.instance;
    expect(await instanceOf('/nowhere/331102103?phone=138')).toBe('/nowhere/331102103');
    const id = newId();
    expect(await instanceOf(`/nowhere/${id}`)).toBe(`/nowhere/${id}`);
    const secret = 'pQ3xq8Vd0Jm2sT7uYw1zA4bC6eF9gH5iK8lN0oR3tXU';
    expect(await instanceOf(`/nowhere/${secret}.ics/more`)).toBe('/nowhere/….ics/more');
    expect(await instanceOf(`/nowhere/%70${secret.slice(1)}`)).toBe('/nowhere/…');
  });

  it('lets nothing of a bug leave, nor its message reach the log', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const { status, body, text } = await service.request('GET', '/api/v1/notes-echo/crash');
    expect(status).toBe(500);
    expect(body.code).toBe('internal-error');
    expect(text).not.toMatch(/138|crash\b.*at /);
    const line = logged.mock.calls[0]?.join('\n') ?? '';
    expect(line).toContain(String(body.traceId));
    expect(line).toMatch(/Error\n\s+at .*crash/);
    expect(line).not.toContain('13800000000');
    logged.mockRestore();
  });

  it('says when to come again while the database cannot write', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const answer = await service.request('GET', '/api/v1/notes-echo/busy');
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('5');
    logged.mockRestore();
  });

  it('tells a lost race from a failed condition', async () => {
    const path = `/api/v1/notes/${newId()}`;
    expect(await service.request('DELETE', path, { token })).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    expect(await service.request('DELETE', path, { token, headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 412,
      body: { code: 'stale-version' },
    });
  });
});
