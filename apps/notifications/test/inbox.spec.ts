import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { eventually, startTestService, type TestService } from '@sanxian/shared/testing';
import { notificationsService } from '../src/notifications.module.js';
import { Story } from './story.js';

interface Message {
  id: string;
  kind: string;
  subject: { type: string; id: string };
  title: string;
  text: string;
  createdAt: string;
  readAt: string | null;
}

interface InboxPage {
  items: Message[];
  nextAfter: string | null;
}

type Subject = 'blood-intent' | 'stem-cell-intent' | 'organ-decision' | 'sign-up' | 'event';

const path = '/api/v1/notifications/inbox';
let service: TestService;

beforeAll(async () => {
  service = await startTestService(notificationsService);
});

afterAll(async () => {
  expect(service.consumerErrors).toEqual([]);
  await service.close();
});

async function inboxOf(personId: string, language = 'zh-CN', query = ''): Promise<InboxPage> {
  const token = await service.citizenToken(personId);
  const headers = { 'accept-language': language };
  const { status, body } = await service.request<InboxPage>('GET', `${path}${query}`, { token, headers });
  expect(status).toBe(200);
  return body;
}

describe('what a person is told', () => {
  const cases: [string, (story: Story) => Promise<void>, Subject, string, string][] = [
    [
      'blood-intent-registered',
      (story) => story.registersIntent(),
      'blood-intent',
      '感谢您登记献血意愿',
      'Thank you for offering to give blood',
    ],
    [
      'blood-intent-withdrawn',
      (story) => story.withdrawsIntent(),
      'blood-intent',
      '已撤回献血意愿',
      'Your wish to give blood is withdrawn',
    ],
    [
      'stem-cell-intent-registered',
      (story) => story.registersStemCellIntent(),
      'stem-cell-intent',
      '感谢您登记造血干细胞捐献意愿',
      'Thank you for offering to give stem cells',
    ],
    [
      'stem-cell-intent-withdrawn',
      (story) => story.comesToStemCellStage('WITHDRAWN', 'self'),
      'stem-cell-intent',
      '已撤回造血干细胞捐献意愿',
      'Your wish to give stem cells is withdrawn',
    ],
    [
      'organ-decision-recorded',
      (story) => story.recordsOrganDecision(),
      'organ-decision',
      '您的决定已记录',
      'Your decision is on record',
    ],
    [
      'blood-eligible-again',
      (story) => story.mayGiveAgain(),
      'blood-intent',
      '预筛：您可以再次献全血',
      'Pre-screen: you may give whole blood again',
    ],
    [
      'signed-up',
      (story) => story.isConfirmed('sign-up'),
      'sign-up',
      '已报名：普及急救知识惠基层',
      'Signed up: 普及急救知识惠基层',
    ],
    [
      'wait-listed',
      (story) => story.waits(),
      'sign-up',
      '候补第3位：普及急救知识惠基层',
      'Number 3 on the wait list: 普及急救知识惠基层',
    ],
    [
      'promoted',
      (story) => story.isConfirmed('promotion'),
      'sign-up',
      '候补已确认：普及急救知识惠基层',
      'You now have a seat: 普及急救知识惠基层',
    ],
    [
      'assigned',
      (story) => story.isConfirmed('coordinator'),
      'sign-up',
      '已为您安排：普及急救知识惠基层',
      'A shift for you: 普及急救知识惠基层',
    ],
    [
      'event-cancelled',
      (story) => story.isReleased('event-cancelled'),
      'event',
      '活动已取消：普及急救知识惠基层',
      'Cancelled: 普及急救知识惠基层',
    ],
  ];

  test.each(cases)('%s', async (kind, happens, subjectType, chineseTitle, englishTitle) => {
    const story = new Story(service);
    await happens(story);
    const chinese = await inboxOf(story.personId);
    const english = await inboxOf(story.personId, 'en');
    const subjectIds: Record<Subject, string> = {
      'blood-intent': story.intentId,
      'stem-cell-intent': story.intentId,
      'organ-decision': story.intentId,
      'sign-up': story.signUpId,
      event: story.eventId,
    };
    expect(chinese).toEqual({
      items: [
        {
          id: expect.any(String),
          kind,
          subject: { type: subjectType, id: subjectIds[subjectType] },
          title: chineseTitle,
          text: expect.stringContaining('您'),
          createdAt: '2026-11-23T08:00:00.000Z',
          readAt: null,
        },
      ],
      nextAfter: null,
    });
    expect(english.items[0]).toMatchObject({ id: chinese.items[0]?.id, title: englishTitle });
  });

  test.each(['withdrawn', 'released-by-coordinator'] as const)('nothing when released: %s', async (reason) => {
    const story = new Story(service);
    await story.isReleased(reason);
    expect((await inboxOf(story.personId)).items).toEqual([]);
  });

  test.each(['CONSENT_SIGNED', 'SOMETHING_OF_TOMORROW'])('nothing of the stem cell stage %s', async (stage) => {
    const story = new Story(service);
    await story.comesToStemCellStage(stage, 'staff');
    expect((await inboxOf(story.personId)).items).toEqual([]);
  });

  test('in the inbox alone, when a stem cell intent ended with its consent', async () => {
    const story = await Story.reachable(service, '13905780003');
    await story.withdraws('stem-cell-registry');
    service.clock.advance({ milliseconds: 1 });
    await story.comesToStemCellStage('WITHDRAWN', 'consent-withdrawn');
    const kinds = async () => (await inboxOf(story.personId)).items.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['stem-cell-intent-withdrawn']);
    service.clock.advance({ minutes: 11 });
    // Written later and sent first: the queue has looked at the withdrawal by then.
    await story.registersIntent();
    await eventually(() => expect(service.mailbox.list('13905780003')).toHaveLength(1));
    expect(service.mailbox.list('13905780003')[0]?.text).toContain('献血');
  });

  test('once, however often and in whatever order the events come', async () => {
    const story = await Story.reachable(service, '13905780001');
    const waits = { eventId: newId(), version: 1 };
    const promoted = { eventId: newId(), version: 2 };
    await story.isConfirmed('promotion', promoted);
    await story.waits(waits);
    await story.waits(waits);
    await story.isConfirmed('promotion', promoted);
    await story.waits(waits);

    const { items } = await inboxOf(story.personId);
    expect(items.map(({ kind }) => kind)).toEqual(['wait-listed', 'promoted']);
    await eventually(() => expect(service.mailbox.list('13905780001')).toHaveLength(2));
    const rows = await service.runtime.reads.manager.query<{ count: number }[]>(
      'SELECT COUNT(*) AS count FROM text_messages WHERE person_id = ?',
      [story.personId],
    );
    expect(rows).toEqual([{ count: 2 }]);
  });
});

describe('the list', () => {
  test('comes page by page, newest first, nothing twice', async () => {
    const story = new Story(service);
    for (let minute = 0; minute < 3; minute += 1) {
      // Two in the same millisecond: the id decides.
      await story.registersIntent();
      await story.withdrawsIntent();
      service.clock.advance({ minutes: 1 });
    }
    const all = (await inboxOf(story.personId)).items;
    expect(all.map(({ kind }) => kind)).toEqual(
      [1, 2, 3].flatMap(() => ['blood-intent-withdrawn', 'blood-intent-registered']),
    );
    expect(all.map(({ createdAt }) => createdAt)).toEqual(
      all
        .map(({ createdAt }) => createdAt)
        .sort()
        .reverse(),
    );

    const seen: Message[] = [];
    let query = '?limit=4';
    for (
      let page = await inboxOf(story.personId, 'zh-CN', query);
      ;
      page = await inboxOf(story.personId, 'zh-CN', query)
    ) {
      seen.push(...page.items);
      if (page.nextAfter === null) break;
      query = `?limit=4&after=${page.nextAfter}`;
    }
    expect(seen).toEqual(all);
  });

  test('is one’s own: a cursor of somebody else is refused', async () => {
    const story = new Story(service);
    await story.registersIntent();
    await story.withdrawsIntent();
    const { nextAfter } = await inboxOf(story.personId, 'zh-CN', '?limit=1');
    const stranger = await service.citizenToken();
    const answer = await service.request('GET', `${path}?after=${nextAfter}`, { token: stranger });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'invalid-cursor' });
    expect((await service.request<InboxPage>('GET', path, { token: stranger })).body.items).toEqual([]);
  });

  test.each(['?limit=0', '?limit=101', '?limit=x', '?after=broken', '?unread=true'])('%s is refused', async (query) => {
    const token = await service.citizenToken();
    expect((await service.request('GET', `${path}${query}`, { token })).status).toBe(400);
  });

  test('is for those who are logged in', async () => {
    expect((await service.request('GET', path)).status).toBe(401);
    expect((await service.request('POST', `${path}/${newId()}/read`)).status).toBe(401);
  });
});

describe('once a consent is known to be withdrawn', () => {
  const kindsIn = async (story: Story) => (await inboxOf(story.personId)).items.map(({ kind }) => kind).toSorted();

  test('a person is not contacted any more, and still reads receipts of what they did', async () => {
    const story = await Story.reachable(service, '13905780101');
    await story.withdraws('volunteer-service');
    await story.withdraws('blood-contact');
    await story.isConfirmed('coordinator');
    await story.mayGiveAgain();
    expect(await kindsIn(story)).toEqual([]);
    await story.isConfirmed('sign-up');
    await story.isReleased('event-cancelled');
    await story.withdrawsIntent();
    expect(await kindsIn(story)).toEqual(['blood-intent-withdrawn', 'event-cancelled', 'signed-up']);
    service.clock.advance({ minutes: 11 });
    await eventually(async () => {
      const rows = await service.runtime.reads.manager.query<{ status: string }[]>(
        'SELECT status FROM text_messages WHERE person_id = ?',
        [story.personId],
      );
      expect(rows.map(({ status }) => status)).toEqual(['dropped', 'dropped', 'dropped']);
    });
    expect(service.mailbox.list('13905780101')).toEqual([]);
  });

  test('other purposes, a new consent and one not heard of yet leave contact open', async () => {
    const story = await Story.reachable(service, '13905780102');
    await story.withdraws('blood-contact');
    await story.isConfirmed('coordinator');
    await story.withdraws('volunteer-service');
    await story.grants('volunteer-service');
    await story.isConfirmed('coordinator');
    expect(await kindsIn(story)).toEqual(['assigned', 'assigned']);
    const unheardOf = new Story(service);
    await unheardOf.isConfirmed('coordinator');
    expect(await kindsIn(unheardOf)).toEqual(['assigned']);
  });
});

describe('reading', () => {
  test('is remembered once, with its first instant', async () => {
    const story = new Story(service);
    await story.registersIntent();
    const token = await service.citizenToken(story.personId);
    const [message] = (await inboxOf(story.personId)).items;
    const readAt = service.clock.now().toISOString();
    expect((await service.request('POST', `${path}/${message?.id}/read`, { token })).status).toBe(204);
    service.clock.advance({ minutes: 1 });
    expect((await service.request('POST', `${path}/${message?.id}/read`, { token })).status).toBe(204);
    expect((await inboxOf(story.personId)).items).toEqual([{ ...message, readAt }]);
  });

  test('is for the owner alone', async () => {
    const story = new Story(service);
    await story.registersIntent();
    const [message] = (await inboxOf(story.personId)).items;
    const stranger = await service.citizenToken();
    for (const id of [message?.id, newId(), 'nonsense']) {
      const answer = await service.request('POST', `${path}/${id}/read`, { token: stranger });
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ code: 'not-found' });
    }
    expect((await inboxOf(story.personId)).items[0]?.readAt).toBeNull();
  });
});
