import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../config/new-id.js';
import { startTestService, type TestService } from '../../testing/index.js';
import { notesService } from '../notes.fixture.js';
import { AccessControl } from './access-control.js';

describe('access control', () => {
  let service: TestService;
  let citizen: string;
  let coordinator: string;
  beforeAll(async () => {
    service = await startTestService(notesService);
    citizen = await service.citizenToken();
    coordinator = await service.staffToken({ roles: ['coordinator'] });
  });
  afterAll(() => service.close());

  it('asks for a token, and takes none that is not ours', async () => {
    for (const authorization of ['', 'Bearer', 'Bearer x.y.z', `Basic ${citizen}`, `Bearer ${citizen.slice(0, -2)}`]) {
      const answer = await service.request('GET', '/api/v1/notes', { headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.body.code).toBe('unauthenticated');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('says 403 where the thing is visible and 404 where it is hidden', async () => {
    expect(await service.request('GET', '/api/v1/notes', { token: coordinator })).toMatchObject({ status: 403 });
    const done = `/api/v1/notes/${newId()}/done`;
    expect(await service.request('POST', done, { token: citizen })).toMatchObject({ status: 404 });
    expect(await service.request('POST', done, { token: coordinator })).toMatchObject({ status: 204 });
  });

  it('decides before it reads the body', async () => {
    expect(await service.request('POST', '/api/v1/notes', { body: '{broken' })).toMatchObject({ status: 401 });
  });

  it('lets anybody in on a public route, with a bad token too', async () => {
    const answer = await service.request('GET', '/api/v1/notes/language', { token: 'nonsense' });
    expect(answer.status).toBe(200);
  });

  it('refuses two decisions about one route', () => {
    const table = { 'GET /x': 'public' } as const;
    expect(() => new AccessControl([table, table], { authenticate: async () => null })).toThrow('GET /x');
  });
});
