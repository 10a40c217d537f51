import { expect, it } from '@jest/globals';
import { startTestStandalone } from './start-test-standalone.js';

it('lets a consent given or taken back a moment ago count in the next request to another service', async () => {
  const standalone = await startTestStandalone();
  try {
    const { token } = await standalone.citizen('19912340003');
    const path = '/api/v1/me/consents/blood-contact';
    const consents = await standalone.request<{ items: { purpose: string; currentTextVersion: string }[] }>(
      'GET',
      '/api/v1/me/consents',
      { token },
    );
    const textVersion = consents.body.items.find(({ purpose }) => purpose === 'blood-contact')?.currentTextVersion;
    const register = () =>
      standalone.request<{ code?: string }>('POST', '/api/v1/donations/blood/intents', {
        token,
        body: { product: 'platelets', area: '331102' },
      });
    for (let round = 0; round < 20; round += 1) {
      expect((await standalone.request('PUT', path, { token, body: { textVersion } })).status).toBe(200);
      expect((await register()).status).toBe(201);
      expect((await standalone.request('DELETE', path, { token })).status).toBe(204);
      const refused = await register();
      expect([refused.status, refused.body.code]).toEqual([409, 'consent-missing']);
    }
  } finally {
    await standalone.stop();
  }
});
