import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '../../testing/index.js';
import { notesService } from '../notes.fixture.js';
import { isAreaCode } from './fields/is-area-code.js';
import { isCalendarDate } from './fields/is-calendar-date.js';
import { isInstant } from './fields/is-instant.js';
import { normalizePhone } from './fields/is-phone.js';

interface Problem {
  code: string;
  errors: { path: string; code: string; message: string }[];
}

describe('validation', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(notesService);
  });
  afterAll(() => service.close());

  const send = (body: unknown, language = 'en') =>
    service.request<Problem>('POST', '/api/v1/notes-echo', { body, headers: { 'accept-language': language } });

  it('hands trimmed and normalized values to the handler', async () => {
    const { status, body } = await send({
      title: '　 三贤 𠮷 ',
      contacts: [{ phone: '+86 138-0000 0000' }, { phone: '１３８００００００００' }],
    });
    expect(status).toBe(200);
    expect(body).toEqual({ title: '三贤 𠮷', contacts: [{ phone: '13800000000' }, { phone: '13800000000' }] });
  });

  it('names each mistake by its path and code', async () => {
    const { status, body } = await send({
      title: '',
      onDate: '2026-02-30',
      startsAt: '2026-11-04T09:00:00',
      area: '33110',
      colour: 'blue',
      pages: -1,
      contacts: [{ phone: '13800000000' }, { phone: '110', name: 'x' }],
      extra: true,
    });
    expect(status).toBe(400);
    expect(body.code).toBe('invalid-request');
    expect(Object.fromEntries(body.errors.map(({ path, code }) => [path, code]))).toEqual({
      title: 'is-text',
      onDate: 'is-date',
      startsAt: 'is-instant',
      area: 'is-area-code',
      colour: 'is-in',
      pages: 'min',
      'contacts[1].phone': 'is-phone',
      'contacts[1].name': 'unknown-field',
      extra: 'unknown-field',
    });
  });

  it('speaks the language of the reader, with the rule’s own numbers', async () => {
    const wrong = { title: 'x'.repeat(81), colour: 'blue' };
    const messages = async (language: string) =>
      (await send(wrong, language)).body.errors.map(({ message }) => message);
    expect(await messages('en')).toEqual([
      'Please write 1 to 80 characters, without control characters.',
      'One of: red, green.',
    ]);
    expect(await messages('zh-CN')).toEqual(['请填写 1 至 80 个字，不含控制字符。', '可选值：red, green。']);
  });

  it('says once that a field is missing', async () => {
    expect((await send({})).body.errors).toEqual([
      { path: 'title', code: 'required', message: 'Please fill this in.' },
    ]);
    expect((await service.request<Problem>('POST', '/api/v1/notes-echo')).body.errors[0]).toMatchObject({
      code: 'required',
    });
  });

  it('says only that the kind is wrong when it is', async () => {
    const { body } = await send({ title: 'x', pages: 'many' });
    expect(body.errors).toEqual([{ path: 'pages', code: 'is-int', message: 'Please give a whole number.' }]);
  });

  it('refuses queries and bodies nobody asked for', async () => {
    const query = await service.request<Problem>('GET', '/api/v1/notes/language?x=1');
    expect(query).toMatchObject({ status: 400, body: { errors: [{ path: 'x', code: 'unknown-parameter' }] } });
    const token = await service.staffToken({ roles: ['coordinator'] });
    const done = (body: unknown) =>
      service.request('POST', '/api/v1/notes/018f3c5e-0000-7000-8000-000000000000/done', { token, body });
    expect(await done({ x: 1 })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'x', code: 'unknown-field' }] },
    });
    expect(await done([])).toMatchObject({ status: 400 });
    expect(await done({})).toMatchObject({ status: 204 });
    expect(await done(undefined)).toMatchObject({ status: 204 });
  });

  it('finds nothing behind what is no id', async () => {
    const token = await service.citizenToken();
    for (const id of ['1', '018f3c5e', '%00', "' OR 1=1", '018f3c5e-0000-7000-8000-00000000000g']) {
      const answer = await service.request('DELETE', `/api/v1/notes/${encodeURIComponent(id)}`, { token });
      expect(answer.status).toBe(404);
    }
  });
});

describe('field rules', () => {
  it.each(['2026-11-23', '2024-02-29', '1000-01-01', '9999-12-31'])('take the date %s', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '0999-01-01',
    '2026-1-1',
    '2026-11-23T00:00',
    '',
    20261123,
    null,
    ['2026-11-23'],
  ])('take no date from %p', (date) => expect(isCalendarDate(date)).toBe(false));

  it.each([
    '2026-11-04T01:00:00Z',
    '2026-11-04T01:00:00.123Z',
    '2026-11-04T09:00:00+08:00',
    '2024-02-29T23:59:59-11:30',
  ])('take the instant %s', (instant) => expect(isInstant(instant)).toBe(true));

  it.each([
    '2026-11-04',
    '2026-11-04T01:00:00',
    '2026-02-30T01:00:00Z',
    '2026-11-04T24:00:00Z',
    '2026-11-04T01:60:00Z',
    '2026-11-04 01:00:00Z',
    0,
  ])('take no instant from %p', (instant) => expect(isInstant(instant)).toBe(false));

  it('know area codes of six and nine digits', () => {
    expect(['331102', '331102001'].every(isAreaCode)).toBe(true);
    expect(['33110', '3311021', '031102', '931102', 331102, ''].some(isAreaCode)).toBe(false);
  });

  it.each([
    ['13800000000', '13800000000'],
    ['+8613800000000', '13800000000'],
    ['0086 138 0000 0000', '13800000000'],
    ['12800000000', '12800000000'],
    ['8613800000000', '8613800000000'],
  ])('make %s the phone number %s', (written, stored) => expect(normalizePhone(written)).toBe(stored));
});
