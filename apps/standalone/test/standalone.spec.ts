import { describe, expect, it } from '@jest/globals';
import { startTestStandalone } from './start-test-standalone.js';

describe('the demo city', () => {
  it('shows one honest page, the documents, health, and people who have signed up', async () => {
    const standalone = await startTestStandalone();
    try {
      const page = await standalone.request('GET', '/', { headers: { 'accept-language': 'en' } });
      expect(page.text).toContain('API documentation');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect((await standalone.request('GET', '/health/ready')).body).toEqual({ status: 'up' });
      const document = await standalone.request<{ paths: object }>('GET', '/openapi.json');
      expect(Object.keys(document.body.paths)).toContain('/api/v1/donations/blood/intents');
      expect((await standalone.request('GET', '/docs')).status).toBe(200);

      const { token } = await standalone.citizen('19912340002');
      const events = await standalone.request<{ items: { title: string }[] }>('GET', '/api/v1/volunteers/events', {
        token,
      });
      expect(events.body.items.map(({ title }) => title)).toContain('普及急救知识惠基层');
    } finally {
      await standalone.stop();
    }
  });
});

describe('a clean start', () => {
  it('has no demo routes and prints a set-up link that makes the first account, once', async () => {
    const standalone = await startTestStandalone({ empty: true });
    try {
      expect((await standalone.request('GET', '/api/v1/demo/mailbox')).status).toBe(404);
      const token = /#([\w-]+)$/.exec(standalone.said.at(-1) ?? '')?.[1];
      const body = { token, username: 'first', password: 'a long enough passphrase' };
      const created = await standalone.request('POST', '/api/v1/accounts/first-staff', { body });
      expect(created.status).toBe(201);
      expect((await standalone.request('POST', '/api/v1/accounts/first-staff', { body })).status).toBe(401);
      const logIn = await standalone.request<{ account: { roles: string[] } }>('POST', '/api/v1/auth/staff-sessions', {
        body: { username: 'first', password: body.password },
      });
      expect(logIn.body.account.roles).toEqual(['coordinator', 'ops']);
    } finally {
      await standalone.stop();
    }
  });
});
