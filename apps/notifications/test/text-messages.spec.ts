import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { TextMessages, type TextMessage } from '@sanxian/shared/channels';
import { newId } from '@sanxian/shared/config';
import { MessageFailed, MessageSent } from '@sanxian/shared/contracts';
import { OutboxRow } from '@sanxian/shared/messaging';
import { eventually, startTestService, type TestService } from '@sanxian/shared/testing';
import { notificationsService } from '../src/notifications.module.js';
import { Story } from './story.js';

const phone = '13905780002';

/** A provider that is down for a number of attempts. */
class UnsteadyProvider extends TextMessages {
  readonly attempts: TextMessage[] = [];
  readonly taken: TextMessage[] = [];
  failuresLeft = 0;

  send(message: TextMessage): Promise<void> {
    this.attempts.push(message);
    if (this.failuresLeft > 0) {
      this.failuresLeft -= 1;
      return Promise.reject(new Error(`no route to ${message.to}`));
    }
    this.taken.push(message);
    return Promise.resolve();
  }
}

interface Row {
  id: string;
  status: string;
  attempts: number;
  drop_reason: string | null;
}

let provider: UnsteadyProvider;
let service: TestService;

beforeEach(async () => {
  provider = new UnsteadyProvider();
  service = await startTestService(notificationsService, { textMessages: provider });
});

afterEach(async () => {
  expect(service.consumerErrors).toEqual([]);
  await service.close();
});

async function onlyRow(): Promise<Row> {
  const rows = await service.runtime.reads.manager.query<Row[]>(
    'SELECT id, status, attempts, drop_reason FROM text_messages',
  );
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

const rowBecomes = (expected: Partial<Row>): Promise<Row> =>
  eventually(async () => {
    const row = await onlyRow();
    expect(row).toMatchObject(expected);
    return row;
  });

const versionExceeds = (version: number): Promise<void> =>
  eventually(async () => {
    const rows = await service.runtime.reads.manager.query<{ version: number }[]>('SELECT version FROM text_messages');
    expect(rows[0]?.version).toBeGreaterThan(version);
  });

describe('a text message', () => {
  test('goes out in the recipient’s language and is announced', async () => {
    const story = await Story.reachable(service, phone, 'en');
    await story.isConfirmed('sign-up');
    const { id } = await rowBecomes({ status: 'sent', attempts: 1 });
    expect(provider.taken).toEqual([
      {
        to: phone,
        text: 'Signed up for 普及急救知识惠基层: Saturday 5 December 2026, 14:00–17:00, 老竹镇新屋村, 义诊. You may withdraw at any time. Thank you.',
        idempotencyKey: id,
      },
    ]);
    expect(await service.emitted(MessageSent)).toEqual([
      {
        messageId: id,
        personId: story.personId,
        kind: 'signed-up',
        channel: 'text-message',
        sentAt: '2026-11-23T08:00:00.000Z',
      },
    ]);
  });

  test('needs the consent for its own purpose', async () => {
    const story = new Story(service);
    await story.profile({ phone });
    await story.grants('volunteer-service');
    await story.registersIntent();
    service.clock.advance({ minutes: 10 });
    await rowBecomes({ status: 'dropped', drop_reason: 'consent-missing' });
    expect(provider.attempts).toEqual([]);
    expect(await service.emitted(MessageSent)).toEqual([]);
  });

  test('invites a donor again in few words, once', async () => {
    const story = await Story.reachable(service, phone);
    const envelope = { eventId: newId(), version: 1 };
    await story.mayGiveAgain(envelope);
    await story.mayGiveAgain(envelope);
    await rowBecomes({ status: 'sent' });
    expect(provider.taken).toMatchObject([
      {
        to: phone,
        text: '预筛：您自2026年11月23日起可以再次献全血，方便时欢迎您来。最终以血站检查为准。可随时暂停联系或撤回，谢谢您。',
      },
    ]);
  });

  test('needs a phone', async () => {
    const story = new Story(service);
    await story.profile({ phone: null });
    await story.grants('blood-contact');
    await story.registersIntent();
    await rowBecomes({ status: 'dropped', drop_reason: 'no-phone' });
  });

  test('waits for a recipient and a consent that come later than the event', async () => {
    const story = new Story(service);
    await story.registersIntent();
    await story.grants('blood-contact');
    await story.profile({ phone });
    service.clock.advance({ seconds: 2 });
    await rowBecomes({ status: 'sent' });
    expect(provider.taken).toMatchObject([{ to: phone, text: expect.stringContaining('献血意愿已收到') }]);
  });

  test('does not wait for ever', async () => {
    const story = new Story(service);
    await story.grants('blood-contact');
    await story.registersIntent();
    // Each look at the row raises its version: one before the time is turned, one after.
    await versionExceeds(1);
    service.clock.advance({ minutes: 9, seconds: 59 });
    await versionExceeds(2);
    expect(await onlyRow()).toMatchObject({ status: 'queued' });
    service.clock.advance({ minutes: 10 });
    await rowBecomes({ status: 'dropped', drop_reason: 'recipient-unknown' });
  });

  test('stops when the consent is withdrawn before it leaves', async () => {
    const story = await Story.reachable(service, phone);
    provider.failuresLeft = 1;
    await story.registersIntent();
    await rowBecomes({ status: 'queued', attempts: 1 });
    service.clock.advance({ seconds: 1 });
    await story.withdraws('blood-contact');
    service.clock.advance({ minutes: 1 });
    await rowBecomes({ status: 'dropped', drop_reason: 'consent-withdrawn' });
    expect(provider.attempts).toHaveLength(1);
    expect(provider.taken).toEqual([]);
  });

  test('goes out when a newer consent comes behind the event', async () => {
    const story = await Story.reachable(service, phone);
    await story.withdraws('blood-contact');
    service.clock.advance({ seconds: 1 });
    await story.registersIntent();
    await rowBecomes({ status: 'queued' });
    await story.grants('blood-contact');
    service.clock.advance({ seconds: 2 });
    await rowBecomes({ status: 'sent' });
  });

  test('goes to the newest phone, whatever comes late', async () => {
    const story = await Story.reachable(service, '13905780009');
    await story.profile({ phone }, { version: 8 });
    await story.profile({ phone: '13905780008' }, { version: 7 });
    await story.registersIntent();
    await rowBecomes({ status: 'sent' });
    expect(provider.taken).toMatchObject([{ to: phone }]);
  });

  test('is tried again under the same key until the provider is back', async () => {
    const story = await Story.reachable(service, phone);
    provider.failuresLeft = 2;
    await story.registersIntent();
    await rowBecomes({ status: 'queued', attempts: 1 });
    service.clock.advance({ seconds: 5 });
    await rowBecomes({ status: 'queued', attempts: 2 });
    service.clock.advance({ seconds: 30 });
    const { id } = await rowBecomes({ status: 'sent', attempts: 3 });
    expect(provider.attempts.map(({ idempotencyKey }) => idempotencyKey)).toEqual([id, id, id]);
    expect(provider.taken).toHaveLength(1);
    expect(await service.emitted(MessageSent)).toHaveLength(1);
  });

  test('fails after five attempts, and says so', async () => {
    const story = await Story.reachable(service, phone);
    provider.failuresLeft = Infinity;
    await story.registersIntent();
    for (let attempt = 1; attempt < 5; attempt += 1) {
      await rowBecomes({ status: 'queued', attempts: attempt });
      service.clock.advance({ minutes: 20 });
    }
    const { id } = await rowBecomes({ status: 'failed', attempts: 5 });
    expect(await service.emitted(MessageFailed)).toEqual([
      {
        messageId: id,
        personId: story.personId,
        kind: 'blood-intent-registered',
        channel: 'text-message',
        failedAt: service.clock.now().toISOString(),
      },
    ]);
  });

  test('that a killed process left in the middle goes out again under the same key', async () => {
    const story = new Story(service);
    await story.profile({ phone });
    await story.registersIntent();
    const claimedUntil = '2026-11-23 08:01:00.000';
    await service.runtime.unitOfWork.run(async ({ manager }) => {
      await manager.query(`UPDATE text_messages SET status = 'sending', attempts = 1, next_attempt_at = ?`, [
        claimedUntil,
      ]);
    });
    await story.grants('blood-contact');
    service.clock.advance({ seconds: 60 });
    const { id } = await rowBecomes({ status: 'sent', attempts: 2 });
    expect(provider.taken).toMatchObject([{ idempotencyKey: id }]);
  });
});

test('phone and name are in no file and no event in plain', async () => {
  const story = await Story.reachable(service, phone);
  await story.registersIntent();
  await story.isConfirmed('sign-up');
  await eventually(() => expect(provider.taken).toHaveLength(2));
  await eventually(async () => expect(await service.emitted(MessageSent)).toHaveLength(2));

  const bytes = await service.stored();
  expect(bytes.includes(story.personId)).toBe(true);
  expect(bytes.includes(phone)).toBe(false);
  expect(bytes.includes('蓝小芳')).toBe(false);

  const outbox = JSON.stringify(await service.runtime.reads.manager.find(OutboxRow));
  expect(outbox).toContain(story.personId);
  expect(outbox).not.toContain(phone);
});
