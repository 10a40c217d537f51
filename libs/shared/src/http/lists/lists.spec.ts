import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServiceKeys } from '../../security/service-keys.js';
import { seededRandom, startTestService, type TestService } from '../../testing/index.js';
import { notesService } from '../notes.fixture.js';
import { Cursors } from './cursors.js';
import { pageOf } from './page-of.js';

describe('cursors', () => {
  const cursors = new Cursors(new ServiceKeys(Buffer.alloc(32, 7), 'donations'));
  const cursor = cursors.encode('intents/p1', ['2026-11-23', 5]);
  const decode = (list: string, after: string | undefined) => cursors.decode(list, after, ['string', 'number']);

  it('come back as they were', () => {
    expect(decode('intents/p1', cursor)).toEqual(['2026-11-23', 5]);
    expect(decode('intents/p1', undefined)).toBeUndefined();
  });

  it('belong to one list, one service and one shape', () => {
    expect(() => decode('intents/p2', cursor)).toThrow('invalid-cursor');
    expect(() => cursors.decode('intents/p1', cursor, ['string'])).toThrow('invalid-cursor');
    const other = new Cursors(new ServiceKeys(Buffer.alloc(32, 7), 'volunteers'));
    expect(() => other.decode('intents/p1', cursor, ['string', 'number'])).toThrow('invalid-cursor');
  });

  it('survive no change of a single character', () => {
    const random = seededRandom(1);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. ';
    for (let at = 0; at < cursor.length; at += 1) {
      const other = random.pick([...alphabet].filter((character) => character !== cursor[at]));
      expect(() => decode('intents/p1', cursor.slice(0, at) + other + cursor.slice(at + 1))).toThrow('invalid-cursor');
    }
    for (const bad of ['', 'x', `${cursor}A`, `${cursor}=`, cursor.slice(1), '你好']) {
      expect(() => decode('intents/p1', bad)).toThrow('invalid-cursor');
    }
  });
});

describe('pageOf', () => {
  it('uses the extra row only to know that there is more', () => {
    expect(pageOf(['a', 'b', 'c'], 2, (row) => `after ${row}`)).toEqual({ items: ['a', 'b'], nextAfter: 'after b' });
    expect(pageOf(['a', 'b'], 2, (row) => row)).toEqual({ items: ['a', 'b'], nextAfter: null });
    expect(pageOf([], 2, (row: string) => row)).toEqual({ items: [], nextAfter: null });
  });
});

describe('a list over HTTP', () => {
  let service: TestService;
  let token: string;
  const list = (query: string, by = token) =>
    service.request<{ items: { title: string }[]; nextAfter: string | null; code: string }>(
      'GET',
      `/api/v1/notes${query}`,
      { token: by },
    );
  beforeAll(async () => {
    service = await startTestService(notesService);
    token = await service.citizenToken();
    for (const title of ['1', '2', '3', '4', '5'])
      await service.request('POST', '/api/v1/notes', { token, body: { title } });
  });
  afterAll(() => service.close());

  it('walks all pages in order', async () => {
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const { body } = await list(`?limit=2${after}`);
      seen.push(...body.items.map(({ title }) => title));
      if (body.nextAfter === null) break;
      after = `&after=${body.nextAfter}`;
    }
    expect(seen).toEqual(['1', '2', '3', '4', '5']);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1e1',
    'limit=0x10',
    'limit=',
    'limit=1.5',
    'limit=2&limit=3',
    'limi=2',
  ])('refuses ?%s', async (query) => {
    expect(await list(`?${query}`)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('refuses the cursor of somebody else, and a broken one', async () => {
    const { body } = await list('?limit=2');
    const stranger = await service.citizenToken();
    expect(await list(`?after=${body.nextAfter}`, stranger)).toMatchObject({
      status: 400,
      body: { code: 'invalid-cursor' },
    });
    expect(await list('?after=abc')).toMatchObject({ status: 400, body: { code: 'invalid-cursor' } });
  });
});
