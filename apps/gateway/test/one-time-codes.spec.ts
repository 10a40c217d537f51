import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TextMessages } from '@sanxian/shared/channels';
import { PersonChanged, PersonRegistered } from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { gatewayService } from '../src/gateway.module.js';
import { askForCode, codeIn, logIn, otherCode } from './log-in.js';

const phone = '13812341234';
let gateway: TestService;

beforeEach(async () => {
  gateway = await startTestService(gatewayService);
});
afterEach(() => gateway.close());

const ask = (body: unknown = { phone }, headers: Record<string, string> = {}) =>
  gateway.request('POST', '/api/v1/auth/one-time-codes', { body, headers });
const enter = (body: unknown) => gateway.request('POST', '/api/v1/auth/sessions', { body });

describe('asking for a code', () => {
  it('sends six digits in the language of the reader and tells how long they hold', async () => {
    const answer = await ask({ phone: '+86 138-1234-1234' });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({
      challengeId: expect.any(String),
      expiresAt: '2026-11-23T08:05:00.000Z',
      resendAfter: '2026-11-23T08:01:00.000Z',
    });
    expect(gateway.mailbox.list(phone)[0]?.text).toMatch(/^【三献】验证码 \d{6}，5 分钟内有效。/);

    await ask({ phone: '13912341234' }, { 'accept-language': 'en-GB,en;q=0.9' });
    expect(gateway.mailbox.list('13912341234')[0]?.text).toMatch(/^\[Sanxian\] Your code is \d{6}, /);
  });

  it('answers the same for a known and for an unknown number', async () => {
    await logIn(gateway, phone);
    gateway.clock.advance({ minutes: 2 });
    const known = await ask();
    const unknown = await ask({ phone: '13912341234' });
    const shape = ({ body, status }: typeof known) => ({ status, ...body, challengeId: null });
    expect(shape(known)).toEqual(shape(unknown));
  });

  it('sends one per minute, five per hour and ten per day to one phone, and says when the next may be', async () => {
    const sentAt: number[] = [];
    const waits: [string, string | null][] = [];
    const start = gateway.clock.now().getTime();
    const stop = start + 24 * 3_600_000;
    while (gateway.clock.now().getTime() < stop) {
      const answer = await ask();
      if (answer.status === 202) {
        sentAt.push((gateway.clock.now().getTime() - start) / 1000);
        gateway.clock.advance({ seconds: 1 });
        continue;
      }
      expect(answer.status).toBe(429);
      expect(answer.body.code).toBe('too-many-requests');
      waits.push([gateway.clock.now().toISOString(), answer.headers.get('retry-after')]);
      gateway.clock.advance({ seconds: Number(answer.headers.get('retry-after')) });
    }
    expect(sentAt).toEqual([0, 60, 120, 180, 240, 3600, 3660, 3720, 3780, 3840]);
    expect(waits[0]).toEqual(['2026-11-23T08:00:01.000Z', '59']);
    expect((await ask()).status).toBe(202);
  });

  it('sends sixty per hour and three hundred per day for one address, over all numbers', async () => {
    let sent = 0;
    const nextPhone = () => `138${String(sent).padStart(8, '0')}`;
    for (let hour = 0; hour < 5; hour += 1) {
      for (let count = 0; count < 60; count += 1, sent += 1)
        expect((await ask({ phone: nextPhone() })).status).toBe(202);
      const refused = await ask({ phone: nextPhone() });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, hour < 4 ? '3600' : '72000']);
      gateway.clock.advance({ hours: 1 });
    }
    expect((await ask({ phone: nextPhone() })).headers.get('retry-after')).toBe(String(19 * 3600));
    gateway.clock.advance({ hours: 19 });
    expect((await ask({ phone: nextPhone() })).status).toBe(202);
  });

  it('counts exactly when many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask()));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(29);
    expect(gateway.mailbox.list()).toHaveLength(1);
  });
});

describe('a text message that does not leave', () => {
  class BrokenTextMessages extends TextMessages {
    readonly texts: string[] = [];
    constructor(private readonly outcome: () => Promise<void>) {
      super();
    }
    override send({ text }: { text: string }): Promise<void> {
      this.texts.push(text);
      return this.outcome();
    }
  }

  it.each([
    ['fails', () => Promise.reject(new Error('The text message gateway answered 500'))],
    ['takes longer than two seconds', () => new Promise<void>(() => undefined)],
  ])('%s: 503, and the code is worth nothing', async (_name, outcome) => {
    const textMessages = new BrokenTextMessages(outcome);
    const broken = await startTestService(gatewayService, { textMessages });
    try {
      const startedAt = performance.now();
      const answer = await broken.request('POST', '/api/v1/auth/one-time-codes', { body: { phone } });
      expect(answer.status).toBe(503);
      expect(answer.body.code).toBe('text-message-unavailable');
      expect(answer.headers.get('retry-after')).toBe('60');
      expect(performance.now() - startedAt).toBeLessThan(3_000);
      const [challenge] = await broken.runtime.reads.manager.query<{ id: string }[]>('SELECT id FROM one_time_codes');
      const body = { challengeId: challenge?.id, code: codeIn(textMessages.texts[0]) };
      expect((await broken.request('POST', '/api/v1/auth/sessions', { body })).status).toBe(401);
    } finally {
      await broken.close();
    }
  });
});

describe('logging in with a code', () => {
  it('makes the account the first time, finds it the next time, and announces it once', async () => {
    const first = await logIn(gateway, phone);
    expect(first.account).toEqual({ id: expect.any(String), kind: 'citizen', roles: ['citizen'], branches: [] });
    expect(first.expiresAt).toBe('2026-11-23T08:10:00.000Z');
    gateway.clock.advance({ minutes: 2 });
    const second = await logIn(gateway, phone);
    expect(second.account.id).toBe(first.account.id);

    expect(await gateway.emitted(PersonRegistered)).toEqual([{ personId: first.account.id }]);
    const [changed, ...more] = await gateway.emitted(PersonChanged);
    expect(more).toEqual([]);
    expect(gateway.peopleSeal.open(first.account.id, String(changed?.sealed))).toEqual({
      phone,
      displayName: null,
      language: 'zh-CN',
      birthDate: null,
      sex: null,
      area: null,
    });
  });

  it('takes five tries, the right code among them; then nothing helps', async () => {
    const { challengeId, code } = await askForCode(gateway, phone);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const answer = await enter({ challengeId, code: otherCode(code) });
      expect([answer.status, answer.body.code]).toEqual([401, 'wrong-code']);
    }
    expect((await enter({ challengeId, code })).body.code).toBe('wrong-code');

    gateway.clock.advance({ minutes: 2 });
    const next = await askForCode(gateway, phone);
    for (let attempt = 1; attempt <= 4; attempt += 1) await enter({ ...next, code: otherCode(next.code) });
    expect((await enter(next)).status).toBe(201);
  });

  it('holds five minutes', async () => {
    const late = await askForCode(gateway, phone);
    gateway.clock.advance({ minutes: 5 });
    expect((await enter(late)).status).toBe(401);
    const inTime = await askForCode(gateway, phone);
    gateway.clock.advance({ minutes: 4, seconds: 59 });
    expect((await enter(inTime)).status).toBe(201);
  });

  it('lets the newest code of a phone hold alone, and a code open no other challenge', async () => {
    const older = await askForCode(gateway, phone);
    gateway.clock.advance({ minutes: 1 });
    const newer = await askForCode(gateway, phone);
    const others = await askForCode(gateway, '13912341234');
    expect((await enter(older)).status).toBe(401);
    expect((await enter({ ...others, code: newer.code === others.code ? '' : newer.code })).status).not.toBe(201);
    expect((await enter(newer)).status).toBe(201);
  });

  it('opens one session when fifty come with the right code at once', async () => {
    const right = await askForCode(gateway, phone);
    const answers = await Promise.all(Array.from({ length: 50 }, () => enter(right)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'wrong-code')).toHaveLength(49);
    const [count] = await gateway.runtime.reads.manager.query<{ n: number }[]>('SELECT COUNT(*) AS n FROM sessions');
    expect(count?.n).toBe(1);
  });
});
