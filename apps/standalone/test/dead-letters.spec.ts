import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { BloodIntentRegistered } from '@sanxian/shared/contracts';
import { eventually } from '@sanxian/shared/testing';
import { startTestSystem, type TestSystem } from './test-system.js';

const services = ['gateway', 'donations', 'volunteers', 'notifications'] as const;
const consumer = 'notifications/thank-donor-when-intent-registered';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

it('ops find the dead letters of every service behind one address, and replay one', async () => {
  const { token } = await system.staff('ops');
  const get = <Body>(path: string) => system.request<Body>('GET', `/api/v1/admin/${path}`, { token });
  for (const service of services) {
    expect(await get(`${service}/dead-letters`)).toMatchObject({ status: 200, body: { items: [], nextAfter: null } });
  }
  const person = await system.citizen('19912340401');
  const message = {
    topic: 'sanxian.donations',
    key: newId(),
    headers: {
      ce_id: newId(),
      ce_type: 'donations.blood-intent-registered.v1',
      ce_time: '2026-11-27T08:00:00.000Z',
      aggregateversion: '1',
      sequence: '0',
    },
    body: JSON.stringify({ ...BloodIntentRegistered.example, personId: person.id }),
    position: '1',
  };
  await system.stored.change(
    'notifications',
    `INSERT INTO held_messages
       (consumer, blocking_key, event_id, message, state, attempts, reason, held_at, next_attempt_at)
     VALUES (?, ?, ?, ?, 'dead', 10, 'Error: broken', '2026-11-27 08:00:00.000', '2026-11-27 08:00:00.000')`,
    ...[consumer, message.key, message.headers.ce_id, JSON.stringify(message)],
  );
  const groups = await get('notifications/dead-letters/groups');
  expect(groups.body).toEqual({
    items: [{ consumer, error: 'Error: broken', count: 1, oldestHeldAt: '2026-11-27T08:00:00.000Z' }],
  });
  const { body: page } = await get<{ items: { number: number }[] }>('notifications/dead-letters');
  const letter = `/api/v1/admin/notifications/dead-letters/${page.items[0]?.number}`;
  const tried = await system.request('POST', `${letter}/dry-run`, { token, body: {} });
  expect(tried).toMatchObject({ status: 200, body: { succeeds: true, error: null } });
  const inbox = () =>
    system.request<{ items: { kind: string }[] }>('GET', '/api/v1/notifications/inbox', { token: person.token });
  expect((await inbox()).body.items).toEqual([]);
  const replayed = await system.request('POST', `${letter}/replay`, { token, body: {} });
  expect(replayed).toMatchObject({ status: 200, body: { succeeds: true } });
  await eventually(async () => expect((await inbox()).body.items).toMatchObject([{ kind: 'blood-intent-registered' }]));
  expect((await get('notifications/dead-letters')).body).toMatchObject({ items: [] });
});
