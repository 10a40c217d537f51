import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../testing/fake-clock.js';
import { DemoMailbox } from './demo-mailbox.js';

describe('DemoMailbox', () => {
  let clock: FakeClock;
  let mailbox: DemoMailbox;

  beforeEach(() => {
    clock = new FakeClock('2026-11-23T08:00:00.000Z');
    mailbox = new DemoMailbox(clock);
  });

  it('shows text messages and mail, newest first', async () => {
    await mailbox.textMessages.send({ to: '13800000001', text: 'first', idempotencyKey: '1' });
    clock.advance({ seconds: 1 });
    await mailbox.mail.send({ to: 'a@example.org', subject: 'Hello', text: 'second', idempotencyKey: '2' });
    expect(mailbox.list()).toEqual([
      {
        channel: 'mail',
        to: 'a@example.org',
        subject: 'Hello',
        text: 'second',
        sentAt: new Date('2026-11-23T08:00:01.000Z'),
      },
      { channel: 'text-message', to: '13800000001', text: 'first', sentAt: new Date('2026-11-23T08:00:00.000Z') },
    ]);
    expect(mailbox.list('a@example.org')).toHaveLength(1);
    expect(mailbox.list('13800000002')).toEqual([]);
  });

  it('keeps a repeated message once, but tells the channels apart', async () => {
    for (const text of ['first', 'again']) {
      await mailbox.textMessages.send({ to: '13800000001', text, idempotencyKey: '1' });
    }
    await mailbox.mail.send({ to: 'a@example.org', subject: 'Hello', text: 'mail', idempotencyKey: '1' });
    expect(mailbox.list().map(({ text }) => text)).toEqual(['mail', 'first']);
  });

  it('keeps the newest 5,000', async () => {
    for (let number = 1; number <= 5_001; number += 1) {
      await mailbox.textMessages.send({ to: '13800000001', text: String(number), idempotencyKey: String(number) });
    }
    const texts = mailbox.list().map(({ text }) => text);
    expect(texts).toHaveLength(5_000);
    expect([texts[0], texts.at(-1)]).toEqual(['5001', '2']);
  });
});
