import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { ConsentGranted, ConsentWithdrawn, purposes } from '@sanxian/shared/contracts';
import { newId } from '@sanxian/shared/config';
import { OutboxRow } from '@sanxian/shared/messaging';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { ConsentEntry } from '../src/consents/consent-entry.entity.js';
import { ConsentLedger } from '../src/consents/consent-ledger.js';
import type { ConsentResponse } from '../src/consents/consent.dto.js';
import { currentConsentText, hashOfConsentText } from '../src/consents/texts/consent-texts.js';
import { gatewayService } from '../src/gateway.module.js';
import type { SessionResponse } from '../src/sessions/session.dto.js';
import { logIn } from './log-in.js';

let gateway: TestService;
let session: SessionResponse;
let phones = 0;

beforeAll(async () => {
  gateway = await startTestService(gatewayService);
});
afterAll(() => gateway.close());
beforeEach(async () => {
  session = await logIn(gateway, `1360000${String((phones += 1)).padStart(4, '0')}`);
});

const english = { 'accept-language': 'en' };
const ask = (method: string, purpose = '', body?: unknown, headers: Record<string, string> = {}) =>
  gateway.request('' + method, `/api/v1/me/consents${purpose && `/${purpose}`}`, {
    token: session.accessToken,
    body,
    headers,
  });
const grant = (purpose: string, textVersion = '2026-11') => ask('PUT', purpose, { textVersion });
const stateOf = async (purpose: string) => {
  const { body } = await ask('GET');
  return (body.items as ConsentResponse[]).find((item) => item.purpose === purpose);
};
const eventsOfPerson = () =>
  gateway.runtime.reads.manager.find(OutboxRow, {
    where: { aggregateId: session.account.id, aggregateType: 'account' },
    order: { id: 'ASC' },
  });

describe('consents', () => {
  it('start as not asked, each purpose on its own, with its text in the language of the reader', async () => {
    const chinese = await ask('GET');
    expect(chinese.status).toBe(200);
    expect(chinese.body.items).toEqual(
      purposes.map((purpose) => ({
        purpose,
        state: 'not-asked',
        textVersion: null,
        currentTextVersion: '2026-11',
        text: currentConsentText(purpose).text['zh-CN'],
        textHash: hashOfConsentText(currentConsentText(purpose), 'zh-CN'),
        changedAt: null,
        askAgainAfter: null,
        mayAsk: true,
      })),
    );
    const { body } = await ask('GET', '', undefined, english);
    const [first] = body.items as ConsentResponse[];
    expect(first?.text).toMatch(/^Contact about giving blood/);
    expect(first?.textHash).toBe(
      createHash('sha256')
        .update(first?.text ?? '')
        .digest('hex'),
    );
  });

  it('are granted on the current text and withdrawn at any time; each change moves the identity version', async () => {
    const granted = await grant('blood-contact');
    expect(granted.status).toBe(200);
    expect(granted.body).toMatchObject({
      purpose: 'blood-contact',
      state: 'granted',
      textVersion: '2026-11',
      changedAt: '2026-11-23T08:00:00.000Z',
    });
    const withdrawn = await ask('DELETE', 'blood-contact');
    expect([withdrawn.status, withdrawn.text]).toEqual([204, '']);
    expect(await stateOf('blood-contact')).toMatchObject({ state: 'withdrawn', textVersion: '2026-11' });
    expect(await stateOf('volunteer-service')).toMatchObject({ state: 'not-asked' });
    await grant('blood-contact');

    const events = await eventsOfPerson();
    expect(events.map(({ type, aggregateVersion }) => [type, aggregateVersion])).toEqual([
      ['identity.person-registered.v1', 1],
      ['identity.consent-granted.v1', 2],
      ['identity.consent-withdrawn.v1', 3],
      ['identity.consent-granted.v1', 4],
    ]);
    const personId = session.account.id;
    expect((await gateway.emitted(ConsentGranted)).at(-1)).toEqual({
      personId,
      purpose: 'blood-contact',
      textVersion: '2026-11',
      grantedAt: '2026-11-23T08:00:00.000Z',
    });
    expect((await gateway.emitted(ConsentWithdrawn)).at(-1)).toEqual({
      personId,
      purpose: 'blood-contact',
      withdrawnAt: '2026-11-23T08:00:00.000Z',
    });
  });

  it('keep every decision with the hash of the very wording that was read', async () => {
    await ask('PUT', 'photo-publication', { textVersion: '2026-11' }, english);
    await ask('DELETE', 'photo-publication');
    await ask('PUT', 'photo-publication', { textVersion: '2026-11' });
    const ledger = await gateway.runtime.reads.manager.find(ConsentEntry, {
      where: { accountId: session.account.id },
      order: { accountVersion: 'ASC' },
    });
    const text = currentConsentText('photo-publication');
    expect(ledger.map(({ state, textHash, channel, recordedBy }) => [state, textHash, channel, recordedBy])).toEqual([
      ['granted', hashOfConsentText(text, 'en'), 'online', null],
      // What is taken back is what was agreed to, whatever language the page had that day.
      ['withdrawn', hashOfConsentText(text, 'en'), 'online', null],
      ['granted', hashOfConsentText(text, 'zh-CN'), 'online', null],
    ]);
  });

  it('say the same again without a trace, also when said twenty times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => grant('volunteer-service')));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    await Promise.all(Array.from({ length: 20 }, () => ask('DELETE', 'volunteer-service')));
    expect((await eventsOfPerson()).map(({ aggregateVersion }) => aggregateVersion)).toEqual([1, 2, 3]);
  });

  it('remember a no that came before any yes', async () => {
    expect((await ask('DELETE', 'stem-cell-registry')).status).toBe(204);
    expect(await stateOf('stem-cell-registry')).toMatchObject({ state: 'withdrawn' });
  });

  it.each([['after a yes'], ['at once']])('leave who said no %s in peace for 180 days', async (when) => {
    if (when === 'after a yes') {
      await grant('blood-contact');
      expect(await stateOf('blood-contact')).toMatchObject({ askAgainAfter: null, mayAsk: false });
    }
    await ask('DELETE', 'blood-contact');
    const { changedAt } = (await stateOf('blood-contact')) ?? {};
    const askAgainAfter = new Date(Date.parse(changedAt ?? '') + 180 * 86_400_000).toISOString();
    expect(await stateOf('blood-contact')).toMatchObject({ askAgainAfter, mayAsk: false });
    await ask('DELETE', 'blood-contact');
    expect(await stateOf('blood-contact')).toMatchObject({ changedAt, askAgainAfter });
    const granted = await grant('blood-contact');
    expect(granted.body).toMatchObject({ askAgainAfter: null, mayAsk: false });
  });

  it('are taken down from paper by staff, who are named in the ledger', async () => {
    const { runtime } = gateway;
    const [personId, staffId] = [session.account.id, newId()];
    const text = currentConsentText('organ-registration');
    const decision = { purpose: 'organ-registration', state: 'granted', text, language: 'zh-CN' } as const;
    const ledger = new ConsentLedger(runtime.unitOfWork, runtime.clock);
    await ledger.record(personId, decision, { channel: 'paper', recordedBy: staffId });
    await ledger.record(personId, decision);
    expect(await runtime.reads.manager.findBy(ConsentEntry, { accountId: personId })).toMatchObject([
      { state: 'granted', channel: 'paper', recordedBy: staffId, textHash: hashOfConsentText(text, 'zh-CN') },
    ]);
    expect(await stateOf('organ-registration')).toMatchObject({ state: 'granted', textVersion: '2026-11' });
  });

  it('tell other services how far they have to follow', async () => {
    await grant('blood-contact');
    const sessions = gatewayService.sessions?.(gateway.runtime);
    const { sid } = JSON.parse(Buffer.from(session.accessToken.split('.')[1] ?? '', 'base64url').toString()) as {
      sid: string;
    };
    expect(await sessions?.check(sid)).toEqual({ identityVersion: 2, profileVersion: 1 });
    await gateway.request('DELETE', '/api/v1/auth/sessions/current', { token: session.accessToken });
    expect(await sessions?.check(sid)).toBeNull();
  });

  it('refuse an unknown purpose, another text version, a wrong shape, and staff', async () => {
    expect((await grant('marketing')).body).toMatchObject({ status: 404, code: 'unknown-purpose' });
    expect((await ask('DELETE', 'marketing')).status).toBe(404);
    const outdated = await ask('PUT', 'blood-contact', { textVersion: '2020-01' }, english);
    expect(outdated.body).toMatchObject({ status: 409, code: 'unknown-text-version' });
    expect(outdated.body.detail).toContain('2026-11');
    for (const body of [{}, { textVersion: 1 }, { textVersion: '2026-11', state: 'granted' }, [], undefined]) {
      expect((await ask('PUT', 'blood-contact', body)).status).toBe(400);
    }
    expect(await stateOf('blood-contact')).toMatchObject({ state: 'not-asked' });
  });
});
