import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { ConsentGranted, PersonChanged } from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import type { BloodEligibility } from '../src/blood/show-eligibility/show-eligibility.dto.js';
import { donationsService } from '../src/donations.module.js';

const path = '/api/v1/donations/blood/eligibility';

interface Problem {
  code: string;
  errors: { path: string; code: string; message: string }[];
}

let service: TestService;
beforeAll(async () => {
  service = await startTestService(donationsService);
});
beforeEach(() => service.clock.set('2026-11-23T08:00:00.000Z'));
afterAll(async () => {
  expect(service.consumerErrors).toEqual([]);
  await service.close();
});

function citizen(personId = newId()) {
  const ask = async <Body>(method: string, route: string, body?: object, headers: Record<string, string> = {}) =>
    service.request<Body>(method, route, { token: await service.citizenToken(personId), body, headers });
  return {
    personId,
    ask,
    gave: async (product: string, donatedOn: string) =>
      (await ask<{ id: string }>('POST', '/api/v1/donations/blood/records', { product, donatedOn })).body.id,
    eligibility: async (query = 'area=331102', headers: Record<string, string> = {}) =>
      (await ask<BloodEligibility & Problem>('GET', `${path}?${query}`, undefined, headers)).body,
  };
}

function profile(personId: string, known: { birthDate: string | null; sex: 'male' | 'female' | null }): Promise<void> {
  const details = { phone: null, displayName: '蓝小芳', language: 'zh-CN', area: null, ...known } as const;
  const sealed = service.peopleSeal.seal(personId, details);
  return service.receive(PersonChanged, { personId, sealed }, { aggregateId: personId });
}

const datesOf = ({ items }: BloodEligibility) =>
  Object.fromEntries(items.map(({ product, eligibleFrom }) => [product, eligibleFrom]));

describe('eligibility', () => {
  it('follows from the records, with reasons in the language of the reader', async () => {
    const { gave, eligibility } = citizen();
    await gave('whole-blood', '2026-08-31');
    expect(await eligibility()).toEqual({
      items: [
        {
          product: 'whole-blood',
          outcome: 'deferred',
          eligibleFrom: '2027-02-28',
          reasons: [
            {
              ruleId: 'CN-INT-WW',
              outcome: 'deferred',
              until: '2027-02-28',
              text: expect.stringContaining('2027年2月28日'),
              source: expect.stringContaining('第十五条'),
            },
          ],
        },
        {
          product: 'platelets',
          outcome: 'deferred',
          eligibleFrom: '2026-11-30',
          reasons: [expect.objectContaining({ ruleId: 'CN-INT-WP', until: '2026-11-30' })],
        },
      ],
      ruleSet: { id: 'CN-ZJ-2011', effectiveFrom: '2012-07-01' },
      notice: '这是预筛。有些问题由血站人员当面保密询问，最终以血站检查为准。',
    });
    const english = await eligibility('area=331102', { 'accept-language': 'en' });
    expect(english.items[0]?.reasons[0]?.text).toContain('28 February 2027');
    expect(english.notice).toMatch(/pre-screen/);
  });

  it('is anew after each change of the records', async () => {
    const { ask, gave, eligibility } = citizen();
    expect(datesOf(await eligibility())).toEqual({ 'whole-blood': '2026-11-23', platelets: '2026-11-23' });
    await gave('whole-blood', '2026-01-31');
    expect(datesOf(await eligibility())).toEqual({ 'whole-blood': '2026-11-23', platelets: '2026-11-23' });
    const mistaken = await gave('platelets', '2026-11-23');
    expect(datesOf(await eligibility())).toEqual({ 'whole-blood': '2026-12-21', platelets: '2026-12-07' });
    await ask('DELETE', `/api/v1/donations/blood/records/${mistaken}`);
    expect(datesOf(await eligibility())).toEqual({ 'whole-blood': '2026-11-23', platelets: '2026-11-23' });
  });

  it('means today in Shanghai', async () => {
    const { gave, eligibility } = citizen();
    await gave('platelets', '2026-11-10');
    const platelets = async () => (await eligibility()).items[1];
    service.clock.set('2026-11-23T15:59:59.999Z');
    expect(await platelets()).toMatchObject({ outcome: 'deferred', eligibleFrom: '2026-11-24' });
    service.clock.set('2026-11-23T16:00:00.000Z');
    expect(await platelets()).toMatchObject({ outcome: 'likely-eligible', eligibleFrom: '2026-11-24', reasons: [] });
  });

  it('minds the birth date of the profile where there is one', async () => {
    const { personId, eligibility } = citizen();
    await profile(personId, { birthDate: '2009-02-28', sex: 'male' });
    expect(datesOf(await eligibility())).toEqual({ 'whole-blood': '2027-02-28', platelets: '2027-02-28' });
    await profile(personId, { birthDate: '1960-02-28', sex: 'male' });
    expect((await eligibility()).items).toMatchObject([{ outcome: 'not-eligible' }, { outcome: 'not-eligible' }]);
    await profile(personId, { birthDate: null, sex: null });
    expect((await eligibility()).items).toMatchObject([{ outcome: 'likely-eligible' }, { outcome: 'likely-eligible' }]);
  });

  it('takes the area of the newest intent when none is given', async () => {
    const { personId, ask, eligibility } = citizen();
    const missing = await eligibility('');
    expect([missing.code, missing.errors]).toEqual([
      'invalid-request',
      [{ path: 'area', code: 'area-needed', message: '您还没有登记过献血意愿，请填写献血地区。' }],
    ]);
    const grantedAt = service.clock.now().toISOString();
    const granted = { personId, purpose: 'blood-contact', textVersion: '2026-11', grantedAt } as const;
    await service.receive(ConsentGranted, granted, { aggregateId: personId });
    const register = (area: string) => ask('POST', '/api/v1/donations/blood/intents', { product: 'platelets', area });
    await register('331102');
    expect((await eligibility('')).ruleSet.id).toBe('CN-ZJ-2011');
    service.clock.advance({ seconds: 1 });
    await register('110101');
    expect((await eligibility('')).ruleSet.id).toBe('CN-2011');
    expect((await eligibility('area=331102')).ruleSet.id).toBe('CN-ZJ-2011');
  });

  it('is the reader’s own, and refuses what it does not know', async () => {
    const { gave, eligibility } = citizen();
    await gave('whole-blood', '2026-11-01');
    expect(datesOf(await citizen().eligibility())).toMatchObject({ 'whole-blood': '2026-11-23' });
    expect((await eligibility('area=WHO')).code).toBe('rule-set-not-enabled');
    expect((await eligibility('area=3311')).code).toBe('invalid-request');
    expect((await eligibility('area=331102&product=platelets')).code).toBe('invalid-request');
    expect((await service.request('GET', `${path}?area=331102`)).status).toBe(401);
    const token = await service.staffToken({ roles: ['coordinator', 'ops'] });
    expect((await service.request('GET', `${path}?area=331102`, { token })).status).toBe(403);
  });
});
