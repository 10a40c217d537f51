import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '../../testing/index.js';
import { notesService } from '../notes.fixture.js';
import { fillLocation } from './created-at.js';
import { expectedVersion } from './expected-version.js';

describe('If-Match', () => {
  it.each([
    [undefined, undefined],
    ['*', undefined],
    [' * ', undefined],
    ['"3"', 3],
    ['"3", "5" ,"4"', 5],
    ['"x", "2"', 2],
    ['W/"3"', 0],
    ['3', 0],
    ['"03"', 0],
    ['"-1"', 0],
    ['""', 0],
    ['', 0],
  ])('%p expects version %p', (header, version) => {
    expect(expectedVersion(header)).toBe(version);
  });

  describe('over HTTP', () => {
    let service: TestService;
    beforeAll(async () => {
      service = await startTestService(notesService);
    });
    afterAll(() => service.close());

    it('lets the version pass that the ETag named, once', async () => {
      const token = await service.citizenToken();
      const created = await service.request('POST', '/api/v1/notes', { token, body: { title: 'old' } });
      const path = created.headers.get('location') ?? '';
      const rename = (ifMatch: string) =>
        service.request('PUT', path, { token, body: { title: 'new' }, headers: { 'if-match': ifMatch } });
      const first = await rename(created.headers.get('etag') ?? '');
      expect(first.status).toBe(200);
      expect(first.headers.get('etag')).toBe('"2"');
      expect(await rename('"1"')).toMatchObject({ status: 412, body: { code: 'stale-version' } });
      expect(await rename('W/"2"')).toMatchObject({ status: 412 });
      expect(await rename('*')).toMatchObject({ status: 200 });
    });
  });
});

describe('a Location', () => {
  it('is filled from the body, else from the path, and escaped', () => {
    expect(fillLocation('/shifts/:shiftId/sign-ups/:id', { id: 'a/b' }, { id: 'no', shiftId: 7 })).toBe(
      '/shifts/7/sign-ups/a%2Fb',
    );
  });

  it('needs every field it names', () => {
    expect(() => fillLocation('/x/:id', {})).toThrow('No id to fill /x/:id');
  });
});
