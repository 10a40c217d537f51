import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PersonChanged } from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { gatewayService } from '../src/gateway.module.js';
import type { SessionResponse } from '../src/sessions/session.dto.js';
import { Profile } from '../src/profile/profile.entity.js';
import { logIn } from './log-in.js';

let gateway: TestService;
let session: SessionResponse;
let phones = 0;

beforeAll(async () => {
  gateway = await startTestService(gatewayService);
});
afterAll(() => gateway.close());
beforeEach(async () => {
  session = await logIn(gateway, `1370000${String((phones += 1)).padStart(4, '0')}`);
});

const show = () => gateway.request('GET', '/api/v1/me', { token: session.accessToken });
const change = (body: unknown, headers: Record<string, string> = {}) =>
  gateway.request('PATCH', '/api/v1/me', { token: session.accessToken, body, headers });
const changes = async () =>
  (await gateway.emitted(PersonChanged)).filter(({ personId }) => personId === session.account.id);
const identityVersion = async () =>
  (
    await gateway.runtime.reads.manager.query<{ version: number }[]>('SELECT version FROM accounts WHERE id = ?', [
      session.account.id,
    ])
  )[0]?.version;

describe('the profile', () => {
  it('starts with the phone, masked', async () => {
    const answer = await show();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.body).toEqual({
      id: session.account.id,
      displayName: null,
      language: 'zh-CN',
      birthDate: null,
      sex: null,
      area: null,
      phone: expect.stringMatching(/^137\*{4}\d{4}$/),
      residentId: null,
      version: 1,
    });
  });

  it('changes what is given, announces the whole, and leaves the identity version alone', async () => {
    const given = { displayName: ' 阿依古丽•买买提 ', birthDate: '1994-03-07', sex: 'female', area: '331102103' };
    const answer = await change(given);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(answer.body).toMatchObject({ ...given, displayName: '阿依古丽·买买提', language: 'zh-CN' });
    expect((await show()).body).toEqual(answer.body);

    const announced = await changes();
    expect(announced).toHaveLength(2);
    expect(gateway.peopleSeal.open(session.account.id, String(announced[1]?.sealed))).toEqual({
      ...given,
      displayName: '阿依古丽·买买提',
      language: 'zh-CN',
      phone: expect.stringMatching(/^137\d{8}$/),
    });
    expect(await identityVersion()).toBe(1);
  });

  it('takes a value back with null', async () => {
    await change({ displayName: '李静', language: 'en' });
    const answer = await change({ displayName: null });
    expect(answer.body).toMatchObject({ displayName: null, language: 'en', version: 3 });
  });

  it('stays as it is, silently, when nothing differs', async () => {
    await change({ displayName: '李静' });
    expect((await change({ displayName: '李静' })).headers.get('etag')).toBe('"2"');
    expect((await change({})).headers.get('etag')).toBe('"2"');
    expect(await changes()).toHaveLength(2);
  });

  it('refuses a change of what somebody else changed meanwhile', async () => {
    expect((await change({ displayName: '李静' }, { 'if-match': '"1"' })).status).toBe(200);
    const stale = await change({ displayName: '王静' }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-version']);
    expect((await show()).body.displayName).toBe('李静');
  });

  const impossible: unknown[] = [
    { displayName: '' },
    { displayName: '🙂' },
    { displayName: 'a\u0000b' },
    { displayName: '李'.repeat(51) },
    { displayName: 7 },
    { displayName: ['李'] },
    { language: null },
    { language: 'de' },
    { birthDate: '1994-02-30' },
    { birthDate: '2026-11-24' },
    { birthDate: '1899-12-31' },
    { sex: 'x' },
    { area: '33' },
    { residentId: '' },
    { residentId: 11010519491231002 },
    { residentId: ['11010519491231002X'] },
    { residentId: '1'.repeat(41) },
    { phone: '13900000000' },
    { version: 9 },
    { constructor: {} },
    [],
    'text',
    null,
  ];
  it.each(impossible.map((body) => ({ body })))('refuses $body', async ({ body }) => {
    const answer = await change(typeof body === 'string' ? JSON.stringify(body) : body);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect((await show()).body).toMatchObject({ displayName: null, language: 'zh-CN', version: 1 });
  });

  describe('with a resident ID', () => {
    const man = '33119919900307049X';
    const woman = '331199198505150022';
    const oldCard = 'CAN110019810803';
    const stored = () => gateway.runtime.reads.manager.findOneByOrFail(Profile, { id: session.account.id });

    it('shows it masked, and takes birth date and sex from it', async () => {
      const answer = await change({ residentId: ' 331199 19900307 049x' });
      expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"2"']);
      expect(answer.body).toMatchObject({
        residentId: '3311**********049X',
        birthDate: '1990-03-07',
        sex: 'male',
        version: 2,
      });
      expect((await show()).body).toEqual(answer.body);
    });

    it('tells the other services what follows from it, and never the number', async () => {
      await change({ residentId: man });
      const announced = await changes();
      const told = gateway.peopleSeal.open(session.account.id, String(announced.at(-1)?.sealed));
      expect(told).toMatchObject({ birthDate: '1990-03-07', sex: 'male' });
      expect(Object.keys(told).sort()).toEqual(['area', 'birthDate', 'displayName', 'language', 'phone', 'sex']);
      expect(JSON.stringify(told)).not.toContain(man);
    });

    it('announces each version, so that a request never waits for one that nobody hears of', async () => {
      await change({ residentId: man });
      await change({ residentId: null });
      await change({ residentId: man });
      expect((await show()).body.version).toBe(4);
      expect(await changes()).toHaveLength(4);
    });

    it('stays as it is, silently, when the same number comes again', async () => {
      await change({ residentId: man });
      expect((await change({ residentId: man.toLowerCase(), sex: 'male' })).body.version).toBe(2);
    });

    it('keeps what followed from a number that is taken back, and lets it change then', async () => {
      await change({ residentId: man });
      const without = await change({ residentId: null });
      expect(without.body).toMatchObject({ residentId: null, birthDate: '1990-03-07', sex: 'male' });
      expect(await stored()).toMatchObject({ residentIdIndex: null });
      expect((await change({ birthDate: '1990-03-08' })).body.birthDate).toBe('1990-03-08');
    });

    it('follows another number that takes its place', async () => {
      await change({ residentId: man });
      const before = (await stored()).residentIdIndex;
      const answer = await change({ residentId: woman });
      expect(answer.body).toMatchObject({ residentId: '3311**********0022', birthDate: '1985-05-15', sex: 'female' });
      expect((await stored()).residentIdIndex).not.toBe(before);
    });

    it('finds the same number again by its blind index alone, and tells no citizen of it', async () => {
      await change({ residentId: man });
      const { residentIdIndex } = await stored();
      session = await logIn(gateway, `1370000${String((phones += 1)).padStart(4, '0')}`);
      expect((await change({ residentId: man })).status).toBe(200);
      expect(residentIdIndex).toMatch(/^[0-9a-f]{64}$/);
      expect((await stored()).residentIdIndex).toBe(residentIdIndex);
    });

    it.each([
      [{ birthDate: '1990-03-08' }],
      [{ birthDate: null }],
      [{ sex: 'female' }],
      [{ sex: null }],
      [{ birthDate: '1990-03-07', sex: 'female' }],
    ])('refuses %j beside it and after it', async (other) => {
      const together = await change({ residentId: man, ...other });
      expect([together.status, together.body.code]).toEqual([409, 'contradicts-resident-id']);
      expect((await show()).body).toMatchObject({ residentId: null, version: 1 });
      expect((await change({ residentId: man, birthDate: '1990-03-07', sex: 'male' })).status).toBe(200);
      const later = await change({ ...other, displayName: '李静' });
      expect([later.status, later.body.code]).toEqual([409, 'follows-from-resident-id']);
      expect((await show()).body).toMatchObject({ displayName: null, birthDate: '1990-03-07', sex: 'male' });
    });

    it('takes nothing from an old card of a foreigner, and leaves what the person says', async () => {
      const answer = await change({ residentId: oldCard, birthDate: '1981-08-03', sex: 'female' });
      expect(answer.body).toMatchObject({ residentId: 'CAN**********03', birthDate: '1981-08-03', sex: 'female' });
      expect((await change({ birthDate: '1981-08-04' })).body.birthDate).toBe('1981-08-04');
    });

    it.each([
      ['331199199003070491', 'resident-id-check-digit', '校验位', 'check digit'],
      ['331199199002300011', 'resident-id-birth-date', '出生日期', 'birth date'],
      ['33119919900307', 'is-resident-id', '十八位', '18 characters'],
    ])(
      'refuses %s in the language of the reader and does not repeat it',
      async (residentId, code, chinese, english) => {
        for (const [language, words] of [
          ['zh-CN', chinese],
          ['en', english],
        ] as const) {
          const answer = await change({ residentId }, { 'accept-language': language });
          expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
          expect(answer.body.errors).toEqual([{ path: 'residentId', code, message: expect.stringContaining(words) }]);
          expect(answer.text).not.toContain(residentId);
        }
        expect((await show()).body).toMatchObject({ residentId: null, version: 1 });
      },
    );
  });

  it('is nobody else’s business', async () => {
    expect((await gateway.request('GET', '/api/v1/me')).status).toBe(401);
    expect((await gateway.request('GET', '/api/v1/me?id=1', { token: session.accessToken })).status).toBe(400);
  });
});
