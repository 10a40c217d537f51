import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { ConsentGranted } from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { decodeJwt } from 'jose';
import type { BloodQuestionCatalogue } from '../src/blood/list-questions/list-questions.dto.js';
import type { BloodPreScreenAnswer } from '../src/blood/run-pre-screen/run-pre-screen.dto.js';
import { donationsService } from '../src/donations.module.js';
import { everythingStored } from './everything-stored.js';

const path = '/api/v1/donations/blood/pre-screens';
const healthy = {
  area: '331102',
  product: 'whole-blood',
  person: { birthDate: '1990-05-05', sex: 'female', weightKg: 55 },
  history: [],
  answers: {},
};

interface Problem {
  code: string;
  errors: { path: string; code: string; message: string }[];
}

let service: TestService;
beforeAll(async () => {
  service = await startTestService(donationsService);
});
afterAll(() => service.close());

function preScreen(body: unknown, headers: Record<string, string> = {}) {
  return service.request<BloodPreScreenAnswer & Problem>('POST', path, { body, headers });
}

describe('pre-screen', () => {
  it('answers a stranger', async () => {
    const { status, body } = await preScreen(healthy);
    expect(status).toBe(200);
    expect(body).toEqual({
      outcome: 'likely-eligible',
      summary: '预筛结果：您很可能可以献血，欢迎您来。能否献血由血站检查后决定。',
      reasons: [],
      ruleSet: { id: 'CN-ZJ-2011', effectiveFrom: '2012-07-01' },
      notice: '这是预筛。有些问题由血站人员当面保密询问，最终以血站检查为准。',
      receipt: expect.any(String),
    });
  });

  it('takes today in Shanghai when no day is asked about', async () => {
    const { person, area, product } = healthy;
    service.clock.set('2026-11-23T15:59:59.999Z');
    const body = { person, area, product, answers: { 'oral-care': { on: '2026-11-21' } } };
    expect((await preScreen(body)).body.eligibleFrom).toBe('2026-11-24');
    service.clock.set('2026-11-23T16:00:00.000Z');
    expect((await preScreen(body)).body.outcome).toBe('likely-eligible');
    service.clock.set('2026-11-23T08:00:00.000Z');
  });

  it('gives reasons in the language of the reader', async () => {
    const body = {
      ...healthy,
      onDate: '2026-11-23',
      answers: { 'oral-care': { on: '2026-11-22' }, pregnant: { value: 'yes' } },
    };
    const zh = (await preScreen(body)).body;
    expect(zh).toMatchObject({
      outcome: 'deferred',
      eligibleFrom: '2026-11-25',
      summary:
        '预筛结果：等下列情况变化以后，欢迎您在2026年11月25日及以后来献血，谢谢您的心意。到时能否献血由血站检查后决定。',
    });
    expect(zh.reasons).toEqual([
      {
        ruleId: 'CN-T-DENTAL1',
        outcome: 'deferred',
        until: '2026-11-25',
        text: '预筛：口腔护理、洁牙后满3天可以献血。请您在2026年11月25日及以后再来。',
        source: 'GB 18467-2011《献血者健康检查要求》，据血站公开说明',
      },
      {
        ruleId: 'CN-T-PREG',
        outcome: 'deferred',
        text: '预筛：妊娠期暂缓献血；流产后满6个月可以献血。现在先缓一缓，情况变化后欢迎您再来。',
        source: 'GB 18467-2011《献血者健康检查要求》，据血站公开说明',
      },
    ]);
    const en = (await preScreen(body, { 'accept-language': 'en-GB,en;q=0.9' })).body;
    expect(en.reasons[0]?.text).toBe(
      'Pre-screen: Giving blood is possible 3 days after oral care or scaling. Please come again on 25 November 2026 or later.',
    );
    expect(en.summary).toMatch(/^Pre-screen result: .*25 November 2026/);
    expect(en.notice).toMatch(/pre-screen.*in person/);
  });

  it('takes any real day, and any order and absence of answers', async () => {
    for (const onDate of ['1999-01-01', '2024-02-29', '2100-12-31']) {
      const person = { ...healthy.person, birthDate: '1975-01-01' };
      expect((await preScreen({ ...healthy, person, onDate })).status).toBe(200);
    }
    const unsure = { ...healthy, history: [{ product: 'whole-blood', donatedOn: null }] };
    expect((await preScreen(unsure)).body.outcome).toBe('ask-blood-station');
    const { birthDate, sex } = healthy.person;
    expect((await preScreen({ ...healthy, person: { birthDate, sex } })).body.outcome).toBe('ask-blood-station');
  });

  it('signs outcome, day, product and rule set, and nothing else', async () => {
    const { body } = await preScreen({ ...healthy, onDate: '2026-11-23', answers: { tattoo: { on: '2026-11-01' } } });
    expect(decodeJwt(body.receipt)).toEqual({
      iss: 'sanxian/donations/pre-screen',
      iat: 1795420800,
      exp: 1795424400,
      outcome: 'deferred',
      on: '2026-11-23',
      product: 'whole-blood',
      ruleSetId: 'CN-ZJ-2011',
    });
  });

  it.each(['US', 'GB', 'EU', 'WHO'])('has no rules for %s', async (area) => {
    expect(await preScreen({ ...healthy, area })).toMatchObject({
      status: 409,
      body: { code: 'rule-set-not-enabled' },
    });
  });

  it.each<[string, object, string]>([
    ['no area', { area: undefined }, 'area'],
    ['an unknown area', { area: 'FR' }, 'area'],
    ['an area like Zhejiang but longer', { area: '3311021' }, 'area'],
    ['no product', { product: undefined }, 'product'],
    ['stem cells', { product: 'stem-cell' }, 'product'],
    ['no person', { person: undefined }, 'person'],
    ['a list of persons', { person: [healthy.person] }, 'person'],
    ['a day that is none', { onDate: '2026-02-29' }, 'onDate'],
    ['an instant as day', { onDate: '2026-11-23T00:00:00Z' }, 'onDate'],
    ['an unborn person', { person: { ...healthy.person, birthDate: '2030-01-01' } }, 'person.birthDate'],
    ['no sex', { person: { birthDate: '1990-05-05' } }, 'person.sex'],
    ['a negative weight', { person: { ...healthy.person, weightKg: -50 } }, 'person.weightKg'],
    ['a weight as text', { person: { ...healthy.person, weightKg: '55' } }, 'person.weightKg'],
    ['a name', { person: { ...healthy.person, name: '王小明' } }, 'person.name'],
    ['history as an object', { history: {} }, 'history'],
    ['history of lists', { history: [[]] }, 'history[0]'],
    ['history of nothing', { history: [null] }, 'history[0]'],
    ['history of texts', { history: ['platelets'] }, 'history[0]'],
    ['nobody', { person: null }, 'person'],
    ['an unknown product given', { history: [{ product: 'hair', donatedOn: null }] }, 'history[0].product'],
    ['a donation without a day', { history: [{ product: 'plasma' }] }, 'history[0].donatedOn'],
    ['a donation to come', { history: [{ product: 'plasma', donatedOn: '2026-11-24' }] }, 'history[0].donatedOn'],
    ['answers as a list', { answers: [] }, 'answers'],
    ...['drug-use', 'multiple-partners', 'msm'].map((fact): [string, object, string] => [
      `the fact ${fact}`,
      { answers: { [fact]: { value: 'no' } } },
      `answers.${fact}`,
    ]),
    ['double red cells, which nobody here collects', { product: 'double-red-cells' }, 'product'],
    ['an answer that is a text', { answers: { diabetes: 'no' } }, 'answers.diabetes'],
    ['an empty answer', { answers: { diabetes: {} } }, 'answers.diabetes'],
    ['an answer in another word', { answers: { diabetes: { value: 'maybe' } } }, 'answers.diabetes'],
    ['an answer twice over', { answers: { tattoo: { on: '2026-01-01', value: 'yes' } } }, 'answers.tattoo'],
    ['an event on no day', { answers: { tattoo: { on: null } } }, 'answers.tattoo.on'],
    ['an event on a day that is none', { answers: { tattoo: { on: '2026-02-30' } } }, 'answers.tattoo.on'],
    ['an event to come', { answers: { tattoo: { on: '2026-11-24' } } }, 'answers.tattoo.on'],
    ['an unknown field', { name: '王小明' }, 'name'],
  ])('refuses %s', async (_, change, field) => {
    const { status, body } = await preScreen({ ...healthy, onDate: '2026-11-23', ...change });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors.map((error) => error.path)).toContain(field);
  });

  it.each([0, 1, 2])('says the same whatever the order, reading %i', async (turn) => {
    const history = [
      { product: 'platelets', donatedOn: '2026-11-01' },
      { product: 'whole-blood', donatedOn: '2026-08-31' },
      { product: 'whole-blood', donatedOn: '2026-08-31' },
      { product: 'whole-blood', donatedOn: '2025-01-01' },
    ];
    const answers = Object.entries({
      tattoo: { on: '2026-10-01' },
      'oral-care': { on: '2026-11-22' },
      pregnant: { value: 'yes' },
    });
    const turned = <Item>(items: Item[]) => [...items.slice(turn), ...items.slice(0, turn)].reverse();
    const ask = (change: object) => preScreen({ ...healthy, onDate: '2026-11-23', ...change });
    const { receipt: _, ...straight } = (await ask({ history, answers: Object.fromEntries(answers) })).body;
    const { body } = await ask({ history: turned(history), answers: Object.fromEntries(turned(answers)) });
    expect(body).toMatchObject(straight);
    expect(straight).toMatchObject({ outcome: 'deferred', eligibleFrom: '2027-10-01' });
    expect(straight.reasons.map(({ ruleId }) => ruleId)).toEqual([
      'CN-INT-WW',
      'CN-INT-PW',
      'CN-T-DENTAL1',
      'CN-T-TATTOO',
      'CN-T-PREG',
    ]);
  });

  describe('keeps nothing', () => {
    const planted = {
      ...healthy,
      person: { birthDate: '1987-06-15', sex: 'male', weightKg: 77.25 },
      history: [{ product: 'platelets', donatedOn: '2019-03-17' }],
      answers: { 'syphilis-ever': { value: 'yes' }, tattoo: { on: '2026-07-19' } },
    };
    const traces = /1987-06-15|77\.25|2019-03-17|2026-07-19|syphilis|tattoo|CN-[PT]-|梅毒|纹身|not-eligible/;

    it('in any file, whoever asks and however', async () => {
      const token = await service.citizenToken();
      const answer = await service.request<BloodPreScreenAnswer>('POST', path, {
        token,
        body: planted,
        headers: { 'idempotency-key': 'planted-idempotency-key' },
      });
      expect(answer.body.outcome).toBe('not-eligible');
      expect(JSON.stringify(answer.body)).toMatch(traces);
      const stored = await everythingStored(service);
      expect(stored).toContain('idempotency_records');
      expect(stored).not.toMatch(traces);
      const [records] = await service.runtime.reads.manager.query<{ count: number }[]>(
        'SELECT COUNT(*) AS count FROM idempotency_records',
      );
      expect(records).toEqual({ count: 0 });
    });

    it('in the log, when it answers, refuses or breaks', async () => {
      const written: string[] = [];
      const streams = [process.stdout, process.stderr].map((stream) =>
        jest.spyOn(stream, 'write').mockImplementation((text) => {
          written.push(String(text));
          return true;
        }),
      );
      try {
        expect((await preScreen(planted)).status).toBe(200);
        const late = { ...planted, onDate: '2026-07-18' };
        expect((await preScreen(late)).body.errors).toMatchObject([
          { path: 'answers.tattoo.on', code: 'after-on-date' },
        ]);
        service.clock.set('no time at all');
        const broken = await preScreen(planted);
        expect(broken.status).toBe(500);
        expect(JSON.stringify(broken.body)).not.toMatch(traces);
      } finally {
        for (const stream of streams) stream.mockRestore();
        service.clock.set('2026-11-23T08:00:00.000Z');
      }
      expect(written.join('')).toContain('pre-screens');
      expect(written.join('')).not.toMatch(traces);
    });

    it('with an intent but outcome, day and rule set', async () => {
      const personId = newId();
      await service.receive(
        ConsentGranted,
        { personId, purpose: 'blood-contact', textVersion: '2026-11', grantedAt: '2026-11-20T08:00:00.000Z' },
        { aggregateId: personId },
      );
      const { receipt } = (await preScreen({ ...planted, product: 'platelets', onDate: '2026-11-23' })).body;
      const { status, body } = await service.request('POST', '/api/v1/donations/blood/intents', {
        token: await service.citizenToken(personId),
        body: { product: 'platelets', area: '331102', preScreenReceipt: receipt },
      });
      expect(status).toBe(201);
      expect(body.preScreen).toEqual({ outcome: 'not-eligible', on: '2026-11-23', ruleSetId: 'CN-ZJ-2011' });
      const stored = await everythingStored(service);
      expect(stored).toContain('not-eligible');
      expect(stored.replaceAll('not-eligible', '')).not.toMatch(traces);
    });
  });
});

describe('questions', () => {
  const questions = (query: string, headers: Record<string, string> = {}) =>
    service.request<BloodQuestionCatalogue & Problem>('GET', `/api/v1/donations/blood/questions?${query}`, { headers });

  it('are a catalogue with the rules behind each', async () => {
    const { status, body } = await questions('area=331102&product=platelets');
    expect(status).toBe(200);
    expect(body.items).toContainEqual({
      fact: 'aspirin',
      text: '最近一次服用阿司匹林类药物是哪天？',
      answer: 'date',
      group: 'treatment',
      rules: ['CN-T-ASA'],
    });
    expect(body.notice).toContain('当面');
    const english = await questions('area=331102&product=platelets', { 'accept-language': 'en' });
    expect(english.body.items.find(({ fact }) => fact === 'pregnant')?.text).toBe('Are you pregnant now?');
  });

  it('come group by group, each group with a heading', async () => {
    const { items, groups } = (await questions('area=331102')).body;
    expect(groups).toHaveLength(7);
    expect(groups[0]).toEqual({ group: 'donor', text: '献血经历' });
    const order = groups.map(({ group }) => group);
    expect(items.map(({ group }) => group)).toEqual(
      order.flatMap((one) => items.filter(({ group }) => group === one).map(() => one)),
    );
    const english = (await questions('area=331102', { 'accept-language': 'en' })).body;
    expect(english.groups.map(({ group }) => group)).toEqual(order);
    expect(english.groups[0]?.text).toBe('Giving blood before');
  });

  it('leave out what does not matter for the product', async () => {
    const facts = async (query: string) => (await questions(query)).body.items.map(({ fact }) => fact);
    expect(await facts('area=331102&product=whole-blood')).not.toContain('aspirin');
    expect(await facts('area=331102')).toContain('aspirin');
  });

  it('are each taken as an answer', async () => {
    const { items } = (await questions('area=331102&product=platelets')).body;
    const answers = Object.fromEntries(items.map(({ fact }) => [fact, { value: 'no' }]));
    const { body } = await preScreen({ ...healthy, product: 'platelets', answers });
    expect(body.outcome).toBe('likely-eligible');
  });

  it('refuse what they do not know', async () => {
    expect((await questions('product=platelets')).status).toBe(400);
    expect((await questions('area=331102&product=hair')).status).toBe(400);
    expect((await questions('area=331102&sex=male')).status).toBe(400);
    expect((await questions('area=US')).body.code).toBe('rule-set-not-enabled');
  });
});
