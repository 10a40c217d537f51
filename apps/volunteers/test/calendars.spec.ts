import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import type { NewCalendarLinkResponse } from '../src/calendars/create-calendar-link/create-calendar-link.dto.js';
import type { CalendarLinkResponse } from '../src/calendars/calendar-link.dto.js';
import type { CalendarLinkList } from '../src/calendars/list-calendar-links/list-calendar-links.dto.js';
import { volunteersService } from '../src/volunteers.module.js';
import { afternoon, base, Citizen, Coordinator, morning, saturday, volunteers } from './people.js';
import { contentLines, type ReadEntry, readWithIcalJs, readWithNodeIcal } from './read-feed.js';

let service: TestService;
let coordinator: Coordinator;
beforeAll(async () => {
  service = await startTestService(volunteersService);
});
beforeEach(() => {
  service.clock.set('2026-11-23T08:00:00.000Z');
  coordinator = new Coordinator(service);
});
afterAll(() => service.close());

const newLink = (person: Citizen, headers: Record<string, string> = {}) =>
  person.ask<NewCalendarLinkResponse>('POST', 'my/calendar-links', {}, headers);
const listLinks = (person: Citizen) => person.ask<CalendarLinkList>('GET', 'my/calendar-links');
const showLink = (person: Citizen, id: string) => person.ask<CalendarLinkResponse>('GET', `my/calendar-links/${id}`);
const revoke = (person: Citizen, id: string, headers: Record<string, string> = {}) =>
  person.ask('DELETE', `my/calendar-links/${id}`, undefined, headers);

/** Without a token: calendar programs have none. */
const subscribe = (url: string, headers: Record<string, string> = {}) =>
  service.request('GET', url, { headers: { 'accept-language': 'zh-CN', ...headers } });

/** The feed as both parsers read it: they have to agree. */
async function read(url: string): Promise<ReadEntry[]> {
  const { status, text } = await subscribe(url);
  expect(status).toBe(200);
  contentLines(text);
  const entries = readWithIcalJs(text);
  expect(readWithNodeIcal(text)).toEqual(entries);
  return entries;
}

/** Somebody with a link, in a shift or on its wait list. */
async function subscriber(shiftId: string): Promise<{ person: Citizen; signUpId: string; url: string }> {
  const [person] = (await volunteers(service, 1)) as [Citizen];
  const signUpId = (await person.signUp(shiftId)).body.id;
  return { person, signUpId, url: (await newLink(person)).body.url };
}

describe('a calendar link', () => {
  it('is made for a citizen, shows its address once, and is read without a token', async () => {
    const person = new Citizen(service);
    const made = await newLink(person);
    expect(made.status).toBe(201);
    const { id, createdAt, url } = made.body;
    expect(made.body).toEqual({ id, createdAt: '2026-11-23T08:00:00.000Z', version: 1, url });
    expect(url).toMatch(/^\/api\/v1\/volunteers\/calendars\/[\w-]{43}\.ics$/);
    expect(made.headers.get('location')).toBe(`${base}/my/calendar-links/${id}`);
    expect((await showLink(person, id)).body).toEqual({ id, createdAt, version: 1 });
    expect((await listLinks(person)).body).toEqual({ items: [{ id, createdAt, version: 1 }] });

    const feed = await subscribe(url);
    expect(feed.status).toBe(200);
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(feed.headers.get('cache-control')).toBe('private, no-cache');
    expect(contentLines(feed.text)[0]).toBe('BEGIN:VCALENDAR');
    const staff = await coordinator.ask('POST', 'my/calendar-links', {});
    expect(staff.status).toBe(403);
    expect((await service.request('POST', `${base}/my/calendar-links`, { body: {} })).status).toBe(401);
  });

  it('is kept as a hash alone: the secret is in no file, with an idempotency key neither in the clear', async () => {
    const person = new Citizen(service);
    const key = { 'idempotency-key': newId() };
    const { url } = (await newLink(person, key)).body;
    expect((await newLink(person, key)).body.url).toBe(url);
    await subscribe(url);
    const secret = /calendars\/(.+)\.ics/.exec(url)![1]!;
    const stored = await service.stored();
    // It is what the test thinks it is: the person is in it.
    expect(stored.includes(person.id)).toBe(true);
    expect(stored.includes(secret)).toBe(false);
  });

  it('ends when its owner revokes it', async () => {
    const person = new Citizen(service);
    const [first, second] = [(await newLink(person)).body, (await newLink(person)).body];
    expect((await revoke(person, first.id, { 'if-match': '"2"' })).status).toBe(412);
    expect((await revoke(person, first.id)).status).toBe(204);
    expect((await subscribe(first.url)).status).toBe(404);
    expect((await subscribe(second.url)).status).toBe(200);
    expect((await revoke(person, first.id)).status).toBe(404);
    expect((await listLinks(person)).body.items.map(({ id }) => id)).toEqual([second.id]);
  });

  it('is nobody else’s to see or revoke', async () => {
    const [person, other] = [new Citizen(service), new Citizen(service)];
    const { id, url } = (await newLink(person)).body;
    expect((await showLink(other, id)).status).toBe(404);
    expect((await revoke(other, id)).status).toBe(404);
    expect((await listLinks(other)).body.items).toEqual([]);
    expect((await subscribe(url)).status).toBe(200);
  });

  it('is one of five a person can have, however fast they ask', async () => {
    const person = new Citizen(service);
    const answers = await Promise.all(Array.from({ length: 12 }, () => newLink(person)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    const refused = answers.filter(({ status }) => status === 409);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['too-many-calendar-links']));
    expect(refused).toHaveLength(7);
    expect(refused[0]!.text).toContain('最多 5 个');
    const { items } = (await listLinks(person)).body;
    await revoke(person, items[2]!.id);
    expect((await newLink(person)).status).toBe(201);
    expect((await newLink(person)).status).toBe(409);
  });

  it.each([
    ['of the right length', 'A'.repeat(43)],
    ['that lacks a letter', 'A'.repeat(42)],
    ['in another spelling', '%41'.repeat(43)],
    ['that is long', 'A'.repeat(150)],
    ['that is too long', 'A'.repeat(300)],
  ])('with a wrong secret %s is not found, and the answer does not repeat it', async (_, secret) => {
    const { status, body, text } = await subscribe(`${base}/calendars/${secret}.ics`);
    expect([status, body.code]).toEqual([404, 'not-found']);
    expect(body.instance).toBe(`${base}/calendars/….ics`);
    expect(text).not.toMatch(/A{20}|%41%41/);
  });

  it('lends its secret to no answer about a mistyped address', async () => {
    const { url } = (await newLink(new Citizen(service))).body;
    const secret = /calendars\/(.+)\.ics/.exec(url)![1]!;
    const mistyped = [url.replace('.ics', ''), `${url}?token=1`, url.replace('calendars', 'calendar'), `${url}/x`];
    for (const address of [...mistyped, url.replace('.ics', '.isc')]) {
      const { status, text } = await subscribe(address);
      expect([404, 400]).toContain(status);
      expect(text).not.toContain(secret);
    }
  });
});

describe('a calendar', () => {
  it('shows a sign-up with all a volunteer wants to know, and nothing of anybody else', async () => {
    const { shiftIds } = await coordinator.publishes({ max: 2 });
    const [other] = (await volunteers(service, 1)) as [Citizen];
    await other.signUp(shiftIds[0]!);
    const { person, signUpId, url } = await subscriber(shiftIds[0]!);
    expect(await read(url)).toEqual([
      {
        uid: `sign-up-${signUpId}@sanxian`,
        sequence: expect.any(Number),
        status: 'CONFIRMED',
        startsAt: morning.startsAt,
        endsAt: morning.endsAt,
        summary: `${saturday.title} · ${morning.role}`,
        location: saturday.place.name,
        point: { lat: saturday.place.lat, lng: saturday.place.lng },
        description: `您已报名，期待与您相见。\n岗位：${morning.role}`,
        changedAt: '2026-11-23T08:00:00.000Z',
      },
    ]);
    const { text } = await subscribe(url);
    for (const secret of [other.id, person.id, coordinator.branchId]) expect(text).not.toContain(secret);
    const { url: ofOther } = (await newLink(other)).body;
    expect((await read(ofOther)).map(({ uid }) => uid)).not.toContain(`sign-up-${signUpId}@sanxian`);
  });

  it('follows every change of the event', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({});
    const { url } = await subscriber(shiftIds[0]!);
    const changes = [
      { title: '急救进乡村' },
      { place: { name: '南乡革命纪念馆, 一楼; 大厅', area: '331102' } },
      { startsAt: '2026-12-05T00:30:00.000Z', endsAt: saturday.endsAt },
      { description: '请带水杯。\n雨天照常。' },
    ];
    const seen = await read(url);
    for (const change of changes) {
      service.clock.advance({ hours: 1 });
      expect((await coordinator.change(eventId, change)).status).toBe(200);
      seen.push(...(await read(url)));
    }
    expect(new Set(seen.map(({ uid }) => uid)).size).toBe(1);
    expectGrowth(seen);
    expect(seen.at(-1)).toMatchObject({
      status: 'CONFIRMED',
      summary: `急救进乡村 · ${morning.role}`,
      location: '南乡革命纪念馆, 一楼; 大厅',
      point: null,
      description: `您已报名，期待与您相见。\n岗位：${morning.role}\n请带水杯。\n雨天照常。`,
      changedAt: '2026-11-23T12:00:00.000Z',
    });
  });

  it('takes an event that is cancelled back, with the reason', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({});
    const { url } = await subscriber(shiftIds[0]!);
    const before = await read(url);
    service.clock.advance({ hours: 1 });
    await coordinator.cancel(eventId, { reason: '暴雨' });
    const after = await read(url);
    expectGrowth([...before, ...after]);
    expect(after).toMatchObject([
      { status: 'CANCELLED', summary: `已取消：${saturday.title} · ${morning.role}`, startsAt: morning.startsAt },
    ]);
    expect(after[0]!.description).toBe(`活动已取消，感谢您的报名。\n原因：暴雨\n岗位：${morning.role}`);
  });

  it('follows somebody from the wait list to a seat and out of it', async () => {
    const { shiftIds } = await coordinator.publishes({ max: 1 });
    const [first] = (await volunteers(service, 1)) as [Citizen];
    const seat = (await first.signUp(shiftIds[0]!)).body.id;
    const { person, signUpId, url } = await subscriber(shiftIds[0]!);
    const seen = await read(url);
    expect(seen).toMatchObject([{ status: 'TENTATIVE', summary: `候补：${saturday.title} · ${morning.role}` }]);
    service.clock.advance({ hours: 1 });
    await first.endSignUp(seat);
    seen.push(...(await read(url)));
    expect(seen[1]).toMatchObject({ status: 'CONFIRMED', changedAt: '2026-11-23T09:00:00.000Z' });
    service.clock.advance({ hours: 1 });
    await person.endSignUp(signUpId);
    seen.push(...(await read(url)));
    expect(seen[2]).toMatchObject({ status: 'CANCELLED', changedAt: '2026-11-23T10:00:00.000Z' });
    expectGrowth(seen);
    await person.signUp(shiftIds[0]!);
    expect((await read(url)).map(({ status }) => status)).toEqual(['CANCELLED', 'CONFIRMED']);
  });

  it('does not move with the sign-ups of others', async () => {
    const { shiftIds } = await coordinator.publishes({ max: 1 });
    const [first, second] = (await volunteers(service, 2)) as [Citizen, Citizen];
    await first.signUp(shiftIds[0]!);
    const ahead = (await second.signUp(shiftIds[0]!)).body.id;
    const { url } = await subscriber(shiftIds[0]!);
    const before = await subscribe(url);
    await second.endSignUp(ahead);
    expect((await subscribe(url)).text).toBe(before.text);
  });

  it('forgets in time: what ended after 90 days, what was served after a year, who only waited at once', async () => {
    const { shiftIds } = await coordinator.publishes({ max: 1 }, afternoon);
    const { person, url } = await subscriber(shiftIds[0]!);
    const left = (await person.signUp(shiftIds[1]!)).body.id;
    await person.endSignUp(left);
    const waiting = await subscriber(shiftIds[0]!);
    const statuses = async () => (await read(url)).map(({ status }) => status);
    const days = (count: number) => service.clock.advance({ days: count });
    expect(await statuses()).toEqual(['CONFIRMED', 'CANCELLED']);
    days(89);
    expect(await statuses()).toEqual(['CONFIRMED', 'CANCELLED']);
    expect(await read(waiting.url)).toEqual([]);
    days(2);
    expect(await statuses()).toEqual(['CONFIRMED']);
    days(300);
    expect(await statuses()).toEqual([]);
  });

  it('is its owner’s to read, with consent to volunteer service or without', async () => {
    const { shiftIds } = await coordinator.publishes({});
    const { person, url } = await subscriber(shiftIds[0]!);
    await person.withdrawsConsent();
    expect(await read(url)).toHaveLength(1);
    expect((await newLink(person)).status).toBe(201);
  });

  it('comes in the language that is asked for, by header or address', async () => {
    const { shiftIds } = await coordinator.publishes({});
    const { url } = await subscriber(shiftIds[0]!);
    const english = await subscribe(url, { 'accept-language': 'en' });
    expect(english.text).toContain('You have a place.');
    expect(english.headers.get('vary')).toContain('Accept-Language');
    expect((await subscribe(`${url}?lang=en`)).text).toBe(english.text);
    expect((await subscribe(`${url}?lang=zh-CN`, { 'accept-language': 'en' })).text).toContain('您已报名');
    expect((await subscribe(`${url}?lang=fr`)).status).toBe(400);
  });

  it('is sent again only when it is another', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({});
    const { url } = await subscriber(shiftIds[0]!);
    const tag = (await subscribe(url)).headers.get('etag')!;
    service.clock.advance({ hours: 5 });
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await subscribe(url, { 'if-none-match': known });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag]);
    }
    expect((await subscribe(url, { 'if-none-match': '"other"' })).status).toBe(200);
    await coordinator.change(eventId, { title: '急救进乡村' });
    expect((await subscribe(url, { 'if-none-match': tag })).status).toBe(200);
  });
});

/** Of one entry, from reading to reading: calendar programs take what has a higher SEQUENCE for the newer. */
function expectGrowth(seen: readonly ReadEntry[]): void {
  for (const [index, later] of seen.slice(1).entries()) {
    expect(later.sequence).toBeGreaterThan(seen[index]!.sequence);
    expect(later.changedAt > seen[index]!.changedAt).toBe(true);
  }
}
