import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { TextMessages, type TextMessage } from '@sanxian/shared/channels';
import { MessageSent, NotificationsConsentApplied } from '@sanxian/shared/contracts';
import { OutboxRow } from '@sanxian/shared/messaging';
import { eventually, seededRandom, startTestService, type TestService } from '@sanxian/shared/testing';
import { notificationsService } from '../src/notifications.module.js';
import { Story } from './story.js';

const phone = '13905780201';
const isAboutBlood = ({ text }: TextMessage): boolean => text.includes('献血');

interface Sending {
  readonly message: TextMessage;
  /** Lets `send` return, or fail. */
  end(taken?: boolean): void;
}

/** A provider that takes as long as the test wants, and looks whether a proof is there before and after each message. */
class SlowProvider extends TextMessages {
  readonly begun: TextMessage[] = [];
  readonly inHand = new Set<Sending>();
  /** What was begun, or still in hand, although the proof was given. */
  readonly afterProof: string[] = [];
  isProven: () => Promise<boolean> = () => Promise.resolve(false);

  override async send(message: TextMessage): Promise<void> {
    this.begun.push(message);
    await this.look(message, 'begun');
    const taken = await new Promise<boolean>((resolve) => {
      const sending: Sending = {
        message,
        end: (successfully = true) => {
          this.inHand.delete(sending);
          resolve(successfully);
        },
      };
      this.inHand.add(sending);
    });
    await this.look(message, 'in hand');
    if (!taken) throw new Error('Not taken');
  }

  private async look(message: TextMessage, when: string): Promise<void> {
    if (isAboutBlood(message) && (await this.isProven())) this.afterProof.push(`${message.idempotencyKey} ${when}`);
  }
}

let provider: SlowProvider;
let service: TestService;
let story: Story;

beforeEach(async () => {
  provider = new SlowProvider();
  service = await startTestService(notificationsService, { textMessages: provider });
  story = await Story.reachable(service, phone);
  provider.isProven = async () => (await withdrawalProofs()).length > 0;
});

afterEach(async () => {
  for (const sending of provider.inHand) sending.end();
  await service.close();
  expect(service.consumerErrors).toEqual([]);
  expect(provider.afterProof).toEqual([]);
});

const withdrawalProofs = async () =>
  (await service.emitted(NotificationsConsentApplied)).filter(({ state }) => state === 'withdrawn');
const rows = () =>
  service.runtime.reads.manager.query<{ kind: string; status: string; attempts: number; drop_reason: string | null }[]>(
    'SELECT kind, status, attempts, drop_reason FROM text_messages ORDER BY id',
  );
const statuses = async () => (await rows()).map(({ status }) => status);
const pending = () =>
  service.runtime.reads.manager.query<{ purpose: string; identity_version: number }[]>(
    'SELECT purpose, identity_version FROM pending_withdrawals',
  );
const inHand = (count: number): Promise<Sending[]> =>
  eventually(() => {
    expect(provider.inHand.size).toBe(count);
    return [...provider.inHand];
  });
const proven = () => eventually(async () => expect(await withdrawalProofs()).toHaveLength(1));
/** Long enough for all five tries, even where the first comes only after the clock has moved. */
async function letTimePass(): Promise<void> {
  for (let quarter = 0; quarter < 5; quarter += 1) {
    service.clock.advance({ minutes: 15 });
    await eventually(async () => {
      const due = await service.runtime.reads.manager.query<{ open: number }[]>(
        `SELECT COUNT(*) AS open FROM text_messages WHERE status = 'sending' OR (status = 'queued' AND next_attempt_at <= ?)`,
        [service.clock.now().toISOString().replace('T', ' ').replace('Z', '')],
      );
      expect(due).toEqual([{ open: 0 }]);
    });
  }
}

describe('a withdrawal', () => {
  test('drops what waits for another try, and is proven with it', async () => {
    await story.registersIntent();
    const [sending] = await inHand(1);
    sending?.end(false);
    await eventually(async () => expect(await statuses()).toEqual(['queued']));
    await story.withdraws('blood-contact');
    expect(await rows()).toMatchObject([{ status: 'dropped', attempts: 1, drop_reason: 'consent-withdrawn' }]);
    const appliedAt = service.clock.now().toISOString();
    expect(await withdrawalProofs()).toMatchObject([
      { purpose: 'blood-contact', identityVersion: story.identityVersion, appliedAt },
    ]);
    await letTimePass();
    expect(provider.begun).toHaveLength(1);
  });

  test('is proven only when the message the provider holds has been taken, and not a moment before', async () => {
    await story.registersIntent();
    const [sending] = await inHand(1);
    await story.withdraws('blood-contact');
    expect(await withdrawalProofs()).toEqual([]);
    expect(await pending()).toEqual([{ purpose: 'blood-contact', identity_version: story.identityVersion }]);
    service.clock.advance({ seconds: 5 });
    sending?.end();
    await proven();
    const appliedAt = service.clock.now().toISOString();
    expect(await withdrawalProofs()).toEqual([
      {
        personId: story.personId,
        purpose: 'blood-contact',
        state: 'withdrawn',
        identityVersion: story.identityVersion,
        appliedAt,
      },
    ]);
    expect(await service.emitted(MessageSent)).toMatchObject([{ sentAt: appliedAt }]);
    const outbox = await service.runtime.reads.manager.find(OutboxRow, { order: { id: 'ASC' } });
    expect(outbox.map(({ type }) => type).slice(-2)).toEqual([
      'notifications.message-sent.v1',
      'notifications.consent-applied.v1',
    ]);
    expect(await pending()).toEqual([]);
  });

  test('ends a message the provider did not take: it is not tried again', async () => {
    await story.registersIntent();
    const [sending] = await inHand(1);
    await story.withdraws('blood-contact');
    sending?.end(false);
    await proven();
    await letTimePass();
    expect(await rows()).toMatchObject([{ status: 'dropped', attempts: 1, drop_reason: 'consent-withdrawn' }]);
    expect(provider.begun).toHaveLength(1);
    expect(await service.emitted(MessageSent)).toEqual([]);
  });

  test('waits for the last of several, and for none of another purpose or person', async () => {
    const other = await Story.reachable(service, '13905780202');
    await other.registersIntent();
    const [first] = await inHand(1);
    // What is told while the sender waits for the first goes to the provider together.
    await other.registersIntent();
    await story.isConfirmed('sign-up');
    await story.registersIntent();
    await story.registersIntent();
    first?.end();
    await inHand(4);
    const own = [...provider.inHand].filter(({ message }) => message.to === phone && isAboutBlood(message));
    await story.withdraws('blood-contact');
    own[0]?.end();
    await eventually(async () => expect(await service.emitted(MessageSent)).toHaveLength(2));
    expect(await withdrawalProofs()).toEqual([]);
    own[1]?.end();
    await proven();
    await inHand(2);
    // The other person's is about blood too, and may go on.
    provider.isProven = () => Promise.resolve(false);
  });

  test('that a new consent overtakes needs no proof, and the new consent is not kept waiting', async () => {
    await story.registersIntent();
    const [sending] = await inHand(1);
    await story.withdraws('blood-contact');
    await story.grants('blood-contact');
    expect((await service.emitted(NotificationsConsentApplied)).at(-1)).toMatchObject({
      purpose: 'blood-contact',
      state: 'granted',
      identityVersion: story.identityVersion,
    });
    sending?.end(false);
    await eventually(async () => expect(await rows()).toMatchObject([{ status: 'queued', attempts: 1 }]));
    expect(await withdrawalProofs()).toEqual([]);
    expect(await pending()).toEqual([]);
  });

  test('twice while the provider is busy is proven once, for the newer', async () => {
    await story.registersIntent();
    const [sending] = await inHand(1);
    await story.withdraws('blood-contact');
    await story.grants('blood-contact');
    await story.withdraws('blood-contact');
    sending?.end();
    await proven();
    expect(await withdrawalProofs()).toMatchObject([{ identityVersion: story.identityVersion }]);
  });
});

describe('a sender that died with a message in hand', () => {
  /** The row as a killed process leaves it: claimed until 08:01, and nobody there who would settle it. */
  async function leaveClaimed(): Promise<void> {
    await story.withdraws('blood-contact');
    firstWithdrawal = story.identityVersion;
    service.clock.advance({ milliseconds: 1 });
    await story.registersIntent();
    await eventually(async () => expect(await statuses()).toEqual(['queued']));
    await service.runtime.unitOfWork.run(async ({ manager }) => {
      await manager.query(
        `UPDATE text_messages SET status = 'sending', attempts = 1, version = version + 1, next_attempt_at = '2026-11-23 08:01:00.000'`,
      );
    });
    await story.grants('blood-contact');
  }
  /** Counted from the first withdrawal: 0 for it, 1 would be the grant, 2 is the second withdrawal. */
  const proofs = async () => (await withdrawalProofs()).map(({ identityVersion }) => identityVersion - firstWithdrawal);
  let firstWithdrawal: number;

  test('holds the proof up until its claim has lapsed, and the message is not sent again', async () => {
    provider.isProven = async () => (await proofs()).length > 1;
    await leaveClaimed();
    service.clock.set('2026-11-23T08:00:30.000Z');
    await story.withdraws('blood-contact');
    expect(await proofs()).toEqual([0]);
    service.clock.set('2026-11-23T08:00:59.999Z');
    expect(await statuses()).toEqual(['sending']);
    expect(await proofs()).toEqual([0]);
    service.clock.set('2026-11-23T08:01:00.000Z');
    await eventually(async () => expect(await proofs()).toEqual([0, 2]));
    expect(await rows()).toMatchObject([{ status: 'dropped', drop_reason: 'consent-withdrawn' }]);
    await letTimePass();
    expect(provider.begun).toEqual([]);
  });

  test('holds nothing up when its claim lapsed before', async () => {
    await leaveClaimed();
    // The worker looks too, and takes the message on with the consent of that moment: either way it ends.
    provider.isProven = () => Promise.resolve(false);
    service.clock.set('2026-11-23T08:01:00.000Z');
    await story.withdraws('blood-contact');
    await eventually(async () => {
      for (const sending of provider.inHand) sending.end();
      expect(await proofs()).toEqual([0, 2]);
    });
  });
});

describe('many messages and one withdrawal, in any order', () => {
  const base = Date.now();
  test.each([1, 2, 3, 4, 5].map((round) => base + round))('seed %i', async (seed) => {
    console.log(`withdrawal against the sender: seed ${seed}`);
    const random = seededRandom(seed);
    const turns = async (most: number) => {
      for (let left = random.integer(0, most); left > 0; left -= 1) await new Promise((done) => setImmediate(done));
    };
    let over = false;
    const answering = (async () => {
      while (!over) {
        await turns(40);
        const waiting = [...provider.inHand];
        if (waiting.length > 0) random.pick(waiting).end(random.next() < 0.8);
      }
    })();
    const telling = Array.from({ length: 60 }, (_, index) => index).map(async (index) => {
      await turns(400);
      return index % 3 === 0 ? story.isConfirmed('sign-up') : story.registersIntent();
    });
    const withdrawing = (async () => {
      await turns(400);
      await story.withdraws('blood-contact');
    })();
    await Promise.all([...telling, withdrawing]);
    await proven();
    const begunForBlood = provider.begun.filter(isAboutBlood).length;
    const [{ appliedAt } = { appliedAt: '' }] = await withdrawalProofs();
    await letTimePass();
    over = true;
    await answering;
    // Whoever began after the proof has told on itself too, in `afterProof`.
    expect(provider.begun.filter(isAboutBlood)).toHaveLength(begunForBlood);
    const sent = (await service.emitted(MessageSent)).filter(({ kind }) => kind.startsWith('blood'));
    for (const { sentAt } of sent) expect(sentAt <= appliedAt).toBe(true);
    const byKind = await rows();
    expect(byKind).toHaveLength(60);
    expect(byKind.filter(({ status }) => !['sent', 'dropped', 'failed'].includes(status))).toEqual([]);
    const signUps = byKind.filter(({ kind }) => kind === 'signed-up');
    expect(signUps.filter(({ status }) => status === 'dropped')).toEqual([]);
    console.log(
      `  blood: ${sent.length} sent before the proof, ${byKind.filter(({ status }) => status === 'dropped').length} dropped`,
    );
  });
});
