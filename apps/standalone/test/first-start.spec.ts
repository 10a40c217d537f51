import { describe, expect, it } from '@jest/globals';
import { startTestSystem } from './test-system.js';

describe('the demo city', () => {
  it('shows the documents, health, and people who have signed up', async () => {
    const system = await startTestSystem();
    try {
      expect((await system.request('GET', '/health/ready')).body).toEqual({ status: 'up' });
      const document = await system.request<{ paths: object }>('GET', '/openapi.json');
      expect(Object.keys(document.body.paths)).toContain('/api/v1/donations/blood/intents');
      expect((await system.request('GET', '/docs')).status).toBe(200);

      const { token } = await system.citizen('19912340002');
      const events = await system.request<{ items: { title: string }[] }>('GET', '/api/v1/volunteers/events', {
        token,
      });
      expect(events.body.items.map(({ title }) => title)).toContain('普及急救知识惠基层');
    } finally {
      await system.stop();
    }
  });
});

describe('a clean start', () => {
  it('has no demo routes and prints a set-up link that makes the first account, once', async () => {
    const system = await startTestSystem({ empty: true });
    try {
      expect((await system.request('GET', '/api/v1/demo/mailbox')).status).toBe(404);
      const token = /#([\w-]+)$/m.exec(system.said)?.[1];
      const body = { token, username: 'first', password: 'a long enough passphrase' };
      const created = await system.request('POST', '/api/v1/accounts/first-staff', { body });
      expect(created.status).toBe(201);
      expect((await system.request('POST', '/api/v1/accounts/first-staff', { body })).status).toBe(401);
      const logIn = await system.request<{ account: { roles: string[] } }>('POST', '/api/v1/auth/staff-sessions', {
        body: { username: 'first', password: body.password },
      });
      expect(logIn.body.account.roles).toEqual(['coordinator', 'ops']);
    } finally {
      await system.stop();
    }
  });
});
