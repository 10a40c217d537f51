import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type ConsentApplied,
  DonationsConsentApplied,
  type EventClass,
  NotificationsConsentApplied,
  type Purpose,
  VolunteersConsentApplied,
} from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import type { ConsentHistoryResponse } from '../src/consents/list-history/list-history.dto.js';
import type { ConsentProofResponse } from '../src/consents/show-proof/show-proof.dto.js';
import { currentConsentText, hashOfConsentText } from '../src/consents/texts/consent-texts.js';
import { gatewayService } from '../src/gateway.module.js';
import type { SessionResponse } from '../src/sessions/session.dto.js';
import { logIn } from './log-in.js';

const contracts: Readonly<Record<string, EventClass<ConsentApplied>>> = {
  donations: DonationsConsentApplied,
  volunteers: VolunteersConsentApplied,
  notifications: NotificationsConsentApplied,
};
const services = Object.keys(contracts);

let gateway: TestService;
let session: SessionResponse;
let phones = 0;

beforeAll(async () => {
  gateway = await startTestService(gatewayService);
});
afterAll(async () => {
  expect(gateway.consumerErrors).toEqual([]);
  await gateway.close();
});
beforeEach(async () => {
  session = await logIn(gateway, `1360001${String((phones += 1)).padStart(4, '0')}`);
});

const ask = <Body>(method: string, path: string, body?: unknown, language = 'zh-CN') =>
  gateway.request<Body>(method, `/api/v1/me/consents/${path}`, {
    token: session.accessToken,
    body,
    headers: { 'accept-language': language },
  });
const grant = (purpose: Purpose, language?: string) => ask('PUT', purpose, { textVersion: '2026-11' }, language);
const withdraw = (purpose: Purpose) => ask('DELETE', purpose);
const proof = async (purpose: Purpose) => {
  const { status, body } = await ask<ConsentProofResponse>('GET', `${purpose}/proof`);
  expect(status).toBe(200);
  return body;
};
const namedServices = async (purpose: Purpose) => (await proof(purpose)).items.map(({ service }) => service);
const apply = (
  service: string,
  identityVersion: number,
  { purpose = 'blood-contact', state = 'withdrawn', at = gateway.clock.now().toISOString() }: Partial<Said> = {},
) =>
  gateway.receive(
    contracts[service]!,
    { personId: session.account.id, purpose, state, identityVersion, appliedAt: at },
    { aggregateId: session.account.id, version: identityVersion },
  );
interface Said {
  readonly purpose: Purpose;
  readonly state: 'granted' | 'withdrawn';
  readonly at: string;
}

describe('the proof of a consent', () => {
  it('says that nobody was asked, and proves nothing then', async () => {
    expect(await proof('photo-publication')).toEqual({
      purpose: 'photo-publication',
      state: 'not-asked',
      textVersion: null,
      textHash: null,
      changedAt: null,
      items: [],
      complete: false,
    });
  });

  it('names a service as soon as it acts by the last change, and is complete with all three', async () => {
    await grant('blood-contact', 'en');
    const changedAt = gateway.clock.now().toISOString();
    expect(await proof('blood-contact')).toMatchObject({ state: 'granted', changedAt, items: [], complete: false });
    await apply('volunteers', 2, { state: 'granted', at: '2026-11-23T08:00:01.000Z' });
    expect(await proof('blood-contact')).toMatchObject({
      items: [{ service: 'volunteers', appliedAt: '2026-11-23T08:00:01.000Z' }],
      complete: false,
    });
    await apply('notifications', 2, { state: 'granted', at: '2026-11-23T08:00:03.000Z' });
    await apply('donations', 2, { state: 'granted', at: '2026-11-23T08:00:02.000Z' });
    expect(await proof('blood-contact')).toEqual({
      purpose: 'blood-contact',
      state: 'granted',
      textVersion: '2026-11',
      textHash: hashOfConsentText(currentConsentText('blood-contact'), 'en'),
      changedAt,
      items: [
        { service: 'donations', appliedAt: '2026-11-23T08:00:02.000Z' },
        { service: 'volunteers', appliedAt: '2026-11-23T08:00:01.000Z' },
        { service: 'notifications', appliedAt: '2026-11-23T08:00:03.000Z' },
      ],
      complete: true,
    });
  });

  it('starts anew with every change: what a service did about the one before proves nothing', async () => {
    await grant('blood-contact');
    for (const service of services) await apply(service, 2, { state: 'granted' });
    expect((await proof('blood-contact')).complete).toBe(true);
    await withdraw('blood-contact');
    expect(await proof('blood-contact')).toMatchObject({ state: 'withdrawn', items: [], complete: false });
    await apply('donations', 3);
    expect(await namedServices('blood-contact')).toEqual(['donations']);
    await grant('volunteer-service');
    expect(await namedServices('blood-contact')).toEqual(['donations']);
    expect(await namedServices('volunteer-service')).toEqual([]);
  });

  it('belongs to one person and one purpose', async () => {
    await withdraw('blood-contact');
    await withdraw('stem-cell-registry');
    await apply('donations', 2);
    await apply('donations', 3, { purpose: 'stem-cell-registry' });
    expect(await namedServices('stem-cell-registry')).toEqual(['donations']);
    session = await logIn(gateway, `1360001${String((phones += 1)).padStart(4, '0')}`);
    await withdraw('blood-contact');
    expect(await namedServices('blood-contact')).toEqual([]);
  });

  it('ends the same in whatever order and however often services say so', async () => {
    for (let round = 0; round < 2; round += 1) {
      await grant('blood-contact');
      await withdraw('blood-contact');
    }
    const said = services.flatMap((service) => [3, 5].map((version) => ({ service, version })));
    const arrivals = fc.shuffledSubarray([...said, ...said], { minLength: said.length });
    const seed = Date.now();
    console.log(`order of consent-applied: seed ${seed}`);
    await fc.assert(
      fc.asyncProperty(arrivals, async (arriving) => {
        const heard = new Map(services.map((service) => [service, 0]));
        await gateway.runtime.unitOfWork.run(({ manager }) => manager.query('DELETE FROM consent_applications'));
        for (const { service, version } of arriving) {
          heard.set(service, Math.max(heard.get(service) ?? 0, version));
          await apply(service, version, { state: version % 2 === 0 ? 'granted' : 'withdrawn' });
        }
        expect(await namedServices('blood-contact')).toEqual(services.filter((service) => heard.get(service) === 5));
      }),
      { numRuns: 8, seed },
    );
  });

  it('is not there for an unknown purpose, and for nobody else', async () => {
    expect((await ask('GET', 'marketing/proof')).body).toMatchObject({ status: 404, code: 'unknown-purpose' });
    expect((await gateway.request('GET', '/api/v1/me/consents/blood-contact/proof')).status).toBe(401);
    const staff = await gateway.staffToken({ roles: ['ops'] });
    expect((await gateway.request('GET', '/api/v1/me/consents/blood-contact/proof', { token: staff })).status).toBe(
      401,
    );
  });
});

describe('the history of a consent', () => {
  const history = async (query = '') => {
    const { status, body } = await ask<ConsentHistoryResponse>('GET', `photo-publication/history${query}`);
    expect(status).toBe(200);
    return body;
  };

  it('shows every decision with its wording, newest first, page by page', async () => {
    expect(await history()).toEqual({ items: [], nextAfter: null });
    await grant('photo-publication', 'en');
    await grant('blood-contact');
    gateway.clock.advance({ seconds: 1 });
    await withdraw('photo-publication');
    await grant('photo-publication');
    const text = currentConsentText('photo-publication');
    const [first, second] = [hashOfConsentText(text, 'en'), hashOfConsentText(text, 'zh-CN')];
    const at = gateway.clock.now().toISOString();
    const all = await history();
    expect(all).toEqual({
      items: [
        { state: 'granted', textVersion: '2026-11', textHash: second, language: 'zh-CN', channel: 'online', at },
        { state: 'withdrawn', textVersion: '2026-11', textHash: first, language: 'en', channel: 'online', at },
        {
          state: 'granted',
          textVersion: '2026-11',
          textHash: first,
          language: 'en',
          channel: 'online',
          at: new Date(Date.parse(at) - 1000).toISOString(),
        },
      ],
      nextAfter: null,
    });
    const page = await history('?limit=2');
    expect(page.items).toEqual(all.items.slice(0, 2));
    expect((await history(`?limit=2&after=${page.nextAfter}`)).items).toEqual(all.items.slice(2));
    expect((await ask('GET', `blood-contact/history?after=${page.nextAfter}`)).body).toMatchObject({
      status: 400,
      code: 'invalid-cursor',
    });
  });

  it('is not there for an unknown purpose', async () => {
    expect((await ask('GET', 'marketing/history')).body).toMatchObject({ status: 404, code: 'unknown-purpose' });
  });
});
