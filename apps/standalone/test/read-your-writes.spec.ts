import { expect, it } from '@jest/globals';
import { eventually } from '@sanxian/shared/testing';
import { startTestSystem } from './test-system.js';
import { startTextMessageGateway } from './text-message-gateway.js';

it('lets a consent given or taken back a moment ago count in the next request to another service', async () => {
  const system = await startTestSystem();
  try {
    const { token } = await system.citizen('19912340003');
    const path = '/api/v1/me/consents/blood-contact';
    const consents = await system.request<{ items: { purpose: string; currentTextVersion: string }[] }>(
      'GET',
      '/api/v1/me/consents',
      { token },
    );
    const textVersion = consents.body.items.find(({ purpose }) => purpose === 'blood-contact')?.currentTextVersion;
    const register = () =>
      system.request<{ code?: string }>('POST', '/api/v1/donations/blood/intents', {
        token,
        body: { product: 'platelets', area: '331102' },
      });
    for (let round = 0; round < 20; round += 1) {
      expect((await system.request('PUT', path, { token, body: { textVersion } })).status).toBe(200);
      expect((await register()).status).toBe(201);
      expect((await system.request('DELETE', path, { token })).status).toBe(204);
      const refused = await register();
      expect([refused.status, refused.body.code]).toEqual([409, 'consent-missing']);
    }
  } finally {
    await system.stop();
  }
});

it('asks to come again while another service cannot follow, and goes on by itself when it can', async () => {
  const texts = await startTextMessageGateway();
  const system = await startTestSystem({ empty: true, variables: texts.variables });
  try {
    const phone = '19912340004';
    const { id, token } = await system.citizen(phone, () => texts.receivedBy(phone).at(-1)?.text);
    // What an operator sees after a fault: an earlier event of this person that donations could not handle.
    await system.stored.change(
      'donations',
      `INSERT INTO held_messages (consumer, blocking_key, message, state, attempts, held_at, next_attempt_at)
         VALUES ('donations/track-consents-when-granted', ?, '{}', 'dead', 1, '2026-11-25', '2026-11-25')`,
      id,
    );
    const request = (method: string, path: string, body: object) =>
      system.request<{ code?: string }>(method, path, { token, body });
    await request('PUT', '/api/v1/me/consents/blood-contact', { textVersion: '2026-11' });
    const register = () => request('POST', '/api/v1/donations/blood/intents', { product: 'platelets', area: '331102' });

    const from = performance.now();
    const behind = await register();
    expect([behind.status, behind.body.code, behind.headers.get('retry-after')]).toEqual([
      503,
      'projection-behind',
      '1',
    ]);
    expect(performance.now() - from).toBeGreaterThanOrEqual(990);
    // A service that has followed is not held up by one that has not.
    const profile = { skills: [], languages: ['zh'], area: '331102' };
    await request('PUT', '/api/v1/me/consents/volunteer-service', { textVersion: '2026-11' });
    expect((await request('POST', '/api/v1/volunteers/profiles', profile)).status).toBe(201);
    const proof = await system.request('GET', '/api/v1/me/consents/blood-contact/proof', { token });
    expect(proof.body).toMatchObject({ complete: false });
    expect(JSON.stringify(proof.body)).not.toContain('donations');

    await system.stored.change('donations', 'DELETE FROM held_messages WHERE blocking_key = ? AND attempts = 1', id);
    await eventually(async () => expect((await register()).status).toBe(201), { withinMilliseconds: 20_000 });
  } finally {
    await system.stop();
    await texts.close();
  }
});
