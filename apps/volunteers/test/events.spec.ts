import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { AssignmentReleased, EventCancelled, EventPublished } from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { volunteersService } from '../src/volunteers.module.js';
import { afternoon, base, Citizen, Coordinator, morning, saturday, volunteers } from './people.js';

let service: TestService;
let coordinator: Coordinator;
let citizen: Citizen;
beforeAll(async () => {
  service = await startTestService(volunteersService);
  coordinator = new Coordinator(service);
  citizen = new Citizen(service);
});
afterAll(() => service.close());

describe('planning an event', () => {
  it('makes a draft with its shifts', async () => {
    const created = await coordinator.plan({ description: '第一段\n第二段' });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: expect.any(String),
      status: 'draft',
      ...saturday,
      branchId: coordinator.branchId,
      description: '第一段\n第二段',
      insurance: null,
      priority: 1,
      languages: [],
      publishedAt: null,
      cancelledAt: null,
      cancellationReason: null,
      shifts: [],
      version: 1,
    });
    const { id } = created.body;
    expect(created.headers.get('location')).toBe(`${base}/events/${id}`);
    expect(created.headers.get('etag')).toBe('"1"');
    const later = (await coordinator.addShift(id, afternoon)).body;
    const wishes = { requiredSkills: ['nurse'], preferredSkills: ['driver'], minStar: 2 };
    const earlier = await coordinator.addShift(id, { ...morning, ...wishes });
    expect(earlier.status).toBe(201);
    expect(earlier.body).toEqual({
      id: expect.any(String),
      eventId: id,
      ...{ ...morning, ...wishes, confirmed: 0, waiting: 0, freeSeats: 2, version: 1 },
    });
    expect(earlier.headers.get('location')).toBe(`${base}/shifts/${earlier.body.id}`);
    expect((await coordinator.showShift(earlier.body.id)).body).toEqual(earlier.body);
    expect((await coordinator.showEvent(id)).body).toEqual({ ...created.body, shifts: [earlier.body, later] });
  });

  it('takes a place without a point', async () => {
    const { body } = await coordinator.plan({ place: { name: '会议室', area: '331102' } });
    expect(body.place).toEqual({ name: '会议室', area: '331102', lat: null, lng: null });
  });

  it('is for the branches of the coordinator', async () => {
    const refused = await coordinator.plan({ branchId: newId() });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const two = new Coordinator(service, [newId(), newId()]);
    expect((await two.plan({ branchId: two.branchIds[1] })).status).toBe(201);
    expect((await citizen.ask('POST', 'events', saturday)).status).toBe(403);
  });

  const tooLong = { startsAt: '2026-12-05T00:00:00.000Z', endsAt: '2027-03-08T00:00:00.000Z' };

  it.each<[string, object, string]>([
    ['no title', { title: undefined }, 'title'],
    ['a title of spaces', { title: ' \t' }, 'title'],
    ['a title of two lines', { title: '普及\n急救' }, 'title'],
    ['an endless title', { title: '急'.repeat(101) }, 'title'],
    ['a title as a list', { title: ['急救'] }, 'title'],
    ['an unknown kind', { kind: 'party' }, 'kind'],
    ['an unknown risk', { risk: 'extreme' }, 'risk'],
    ['no place', { place: undefined }, 'place'],
    ['a place in words', { place: '新屋村' }, 'place'],
    ['a place without area', { place: { name: '新屋村' } }, 'place.area'],
    ['a place without name', { place: { area: '331102' } }, 'place.name'],
    ['half a point', { place: { ...saturday.place, lng: undefined } }, 'place.lng'],
    ['a point beyond the pole', { place: { ...saturday.place, lat: 90.1 } }, 'place.lat'],
    ['a point as text', { place: { ...saturday.place, lng: '119.7' } }, 'place.lng'],
    ['an unknown field of the place', { place: { ...saturday.place, floor: 2 } }, 'place.floor'],
    ['no start', { startsAt: undefined }, 'startsAt'],
    ['a start without zone', { startsAt: '2026-12-05T01:00:00' }, 'startsAt'],
    ['a start that is no day', { startsAt: '2026-02-30T01:00:00Z' }, 'startsAt'],
    ['a start as a number', { startsAt: 1_796_000_000_000 }, 'startsAt'],
    ['a start beyond what can be stored', { startsAt: '9999-12-31T23:59:59-23:00' }, 'startsAt'],
    ['an end before the start', { endsAt: '2026-12-05T00:59:59.999Z' }, 'endsAt'],
    ['an end at the start', { endsAt: saturday.startsAt }, 'endsAt'],
    ['an end too far away', tooLong, 'endsAt'],
    ['no branch', { branchId: undefined }, 'branchId'],
    ['a branch by name', { branchId: '莲都区红十字会' }, 'branchId'],
    ['an endless description', { description: '急'.repeat(2001) }, 'description'],
    ['a description as an object', { description: {} }, 'description'],
    ['a status', { status: 'published' }, 'status'],
  ])('refuses %s', async (_, change, path) => {
    const { status, body } = await coordinator.plan(change);
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors.map((error) => error.path)).toContain(path);
    // Every rule has a sentence of its own.
    expect(body.errors.map((error) => error.code)).not.toContain('not-valid');
  });
});

describe('adding a shift', () => {
  it('minds the time of the event', async () => {
    const { id } = (await coordinator.plan()).body;
    const outside = { status: 409, body: { code: 'shift-outside-event' } };
    expect(await coordinator.addShift(id, { ...morning, startsAt: '2026-12-05T00:59:59.999Z' })).toMatchObject(outside);
    expect(await coordinator.addShift(id, { ...morning, endsAt: '2026-12-05T09:00:00.001Z' })).toMatchObject(outside);
    const { startsAt, endsAt } = saturday;
    expect((await coordinator.addShift(id, { ...morning, startsAt, endsAt })).status).toBe(201);
  });

  it.each<[string, object, string]>([
    ['no role', { role: undefined }, 'role'],
    ['an endless role', { role: '急'.repeat(51) }, 'role'],
    ['no seat', { min: 0 }, 'min'],
    ['half a seat', { min: 1.5 }, 'min'],
    ['seats as text', { max: '2' }, 'max'],
    ['fewer seats than needed', { min: 3, max: 2 }, 'max'],
    ['too many seats', { max: 10_001 }, 'max'],
    ['negative seats', { min: -2, max: -1 }, 'min'],
    ['no list of skills', { requiredSkills: undefined }, 'requiredSkills'],
    ['an unknown skill', { requiredSkills: ['pilot'] }, 'requiredSkills'],
    ['a skill twice', { requiredSkills: ['nurse', 'nurse'] }, 'requiredSkills'],
    ['an end before the start', { endsAt: '2026-12-05T00:30:00Z' }, 'endsAt'],
    ['an unknown field', { star: 3 }, 'star'],
  ])('refuses %s', async (_, change, path) => {
    const { id } = (await coordinator.plan()).body;
    const { status, body } = await coordinator.addShift(id, { ...morning, ...change });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors.map((error) => error.path)).toContain(path);
    // Every rule has a sentence of its own.
    expect(body.errors.map((error) => error.code)).not.toContain('not-valid');
    expect((await coordinator.showEvent(id)).body.shifts).toEqual([]);
  });

  it('takes 1 and 10,000 seats, also on a published event', async () => {
    const { eventId } = await coordinator.publishes({ min: 1, max: 1 });
    expect((await coordinator.addShift(eventId, { ...morning, min: 10_000, max: 10_000 })).status).toBe(201);
  });
});

describe('publishing', () => {
  it('takes a shift, and tells once', async () => {
    const { id } = (await coordinator.plan()).body;
    expect(await coordinator.publish(id)).toMatchObject({ status: 409, body: { code: 'shifts-missing' } });
    await coordinator.addShift(id);
    const published = await coordinator.publish(id);
    expect(published).toMatchObject({ status: 200, body: { status: 'published', version: 2 } });
    expect(published.body.publishedAt).toBe('2026-11-23T08:00:00.000Z');
    const again = await coordinator.publish(id);
    expect([again.status, again.body]).toEqual([200, published.body]);
    expect((await service.emitted(EventPublished)).filter(({ eventId }) => eventId === id)).toEqual([
      {
        eventId: id,
        title: saturday.title,
        kind: 'theme-day',
        area: '331102103',
        startsAt: saturday.startsAt,
        endsAt: saturday.endsAt,
        branchId: coordinator.branchId,
      },
    ]);
  });

  it('takes no body', async () => {
    const { id } = (await coordinator.plan()).body;
    expect((await coordinator.ask('POST', `events/${id}/publication`, { at: 'once' })).status).toBe(400);
  });
});

describe('changing an event', () => {
  it('changes in what is given only, published or not', async () => {
    const { eventId } = await coordinator.publishes({});
    const before = (await coordinator.showEvent(eventId)).body;
    const changed = await coordinator.change(eventId, { title: '急救进乡村', description: '欢迎' });
    expect(changed).toMatchObject({
      status: 200,
      body: { ...before, title: '急救进乡村', description: '欢迎', version: 3 },
    });
    const place = { name: '叶店村', area: '331121208' };
    const moved = await coordinator.change(eventId, { place, kind: 'survey', risk: 'medium', description: null });
    expect(moved.body).toMatchObject({
      place: { ...place, lat: null },
      kind: 'survey',
      risk: 'medium',
      description: null,
    });
  });

  it('minds If-Match', async () => {
    const { id } = (await coordinator.plan()).body;
    const change = (tag: string) => coordinator.change(id, { title: '急救' }, { 'if-match': tag });
    expect(await change('"2"')).toMatchObject({ status: 412, body: { code: 'stale-version' } });
    expect((await change('"1"')).status).toBe(200);
    expect((await change('"1"')).status).toBe(412);
  });

  it('keeps its shifts within', async () => {
    const { eventId } = await coordinator.publishes(morning, afternoon);
    const times = (startsAt: string, endsAt: string) => coordinator.change(eventId, { startsAt, endsAt });
    const outside = { status: 409, body: { code: 'shift-outside-event' } };
    expect(await times('2026-12-05T01:00:01Z', saturday.endsAt)).toMatchObject(outside);
    expect(await times(saturday.startsAt, '2026-12-05T07:59:59Z')).toMatchObject(outside);
    expect((await times(morning.startsAt, afternoon.endsAt)).body).toMatchObject({ endsAt: afternoon.endsAt });
  });

  it.each<[string, object, string]>([
    ['a start alone', { startsAt: '2026-12-05T02:00:00Z' }, 'endsAt'],
    ['an end alone', { endsAt: '2026-12-05T02:00:00Z' }, 'startsAt'],
    ['no title', { title: null }, 'title'],
    ['no place', { place: null }, 'place'],
    ['another branch', { branchId: newId() }, 'branchId'],
    ['a status', { status: 'published' }, 'status'],
  ])('refuses %s', async (_, change, path) => {
    const { id } = (await coordinator.plan()).body;
    const { status, body } = await coordinator.change(id, change);
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors.map((error) => error.path)).toContain(path);
    // Every rule has a sentence of its own.
    expect(body.errors.map((error) => error.code)).not.toContain('not-valid');
  });
});

describe('cancelling', () => {
  it('releases everybody once, with a reason', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({ max: 1 }, { ...afternoon, max: 5 });
    const [first, second] = (await volunteers(service, 2)) as [Citizen, Citizen];
    const [inMorning, inAfternoon] = shiftIds as [string, string];
    const signUps = [
      await first.signUp(inMorning),
      await second.signUp(inMorning),
      await first.signUp(inAfternoon),
      await second.signUp(inAfternoon),
    ];
    await second.endSignUp(signUps[3]!.body.id);
    const cancelled = await coordinator.cancel(eventId);
    expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled', cancellationReason: '暴雨' } });
    expect(cancelled.body.shifts.map(({ confirmed, waiting }) => [confirmed, waiting])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const again = await coordinator.cancel(eventId, { reason: '台风' });
    expect([again.status, again.body]).toEqual([200, cancelled.body]);

    expect((await service.emitted(EventCancelled)).filter((event) => event.eventId === eventId)).toEqual([
      { eventId, title: saturday.title, startsAt: saturday.startsAt, reason: '暴雨' },
    ]);
    const released = (await service.emitted(AssignmentReleased)).filter((event) => event.eventId === eventId);
    const inShort = released.map(({ signUpId, reason, wasConfirmed }) => [signUpId, reason, wasConfirmed]);
    expect(inShort).toHaveLength(4);
    expect(inShort).toEqual(
      expect.arrayContaining([
        [signUps[0]!.body.id, 'event-cancelled', true],
        [signUps[1]!.body.id, 'event-cancelled', false],
        [signUps[2]!.body.id, 'event-cancelled', true],
        [signUps[3]!.body.id, 'withdrawn', true],
      ]),
    );
    const shown = await second.showSignUp(signUps[1]!.body.id);
    expect(shown.body).toMatchObject({ status: 'cancelled', endReason: 'event-cancelled', version: 2 });
    expect(shown.body.position).toBeUndefined();
    expect((await second.endSignUp(signUps[1]!.body.id)).status).toBe(204);
    expect((await second.showSignUp(signUps[1]!.body.id)).body.status).toBe('cancelled');
    expect((await service.emitted(AssignmentReleased)).filter((event) => event.eventId === eventId)).toHaveLength(4);
  });

  it('ends what can be done with the event', async () => {
    const { eventId } = await coordinator.publishes({});
    await coordinator.cancel(eventId);
    const refused = { status: 409, body: { code: 'event-cancelled' } };
    expect(await coordinator.publish(eventId)).toMatchObject(refused);
    expect(await coordinator.change(eventId, { title: '急救' })).toMatchObject(refused);
    expect(await coordinator.addShift(eventId)).toMatchObject(refused);
  });

  it('says nothing of a draft, and leaves it invisible', async () => {
    const { id } = (await coordinator.plan()).body;
    expect((await coordinator.cancel(id)).body.status).toBe('cancelled');
    expect((await service.emitted(EventCancelled)).filter(({ eventId }) => eventId === id)).toEqual([]);
    expect((await citizen.showEvent(id)).status).toBe(404);
    expect((await coordinator.publish(id)).body.code).toBe('event-cancelled');
  });

  it.each([[{}], [{ reason: '' }], [{ reason: ' ' }], [{ reason: '雨'.repeat(251) }], [{ reason: 7 }], [undefined]])(
    'refuses %j for a reason',
    async (body) => {
      const { id } = (await coordinator.plan()).body;
      expect((await coordinator.ask('POST', `events/${id}/cancellation`, body)).status).toBe(400);
      expect((await coordinator.showEvent(id)).body.status).toBe('draft');
    },
  );
});

describe('time and cancelling', () => {
  it('leaves what has taken place', async () => {
    const alone = await startTestService(volunteersService, { startAt: '2026-12-04T00:00:00.000Z' });
    try {
      const leader = new Coordinator(alone);
      const { eventId, shiftIds } = await leader.publishes(morning, afternoon);
      const [person] = (await volunteers(alone, 1)) as [Citizen];
      const served = (await person.signUp(shiftIds[0]!)).body.id;
      const lost = (await person.signUp(shiftIds[1]!)).body.id;
      const over = (await leader.publishes(morning)).eventId;
      alone.clock.set('2026-12-05T05:00:00.000Z');
      expect((await leader.cancel(eventId)).status).toBe(200);
      expect((await person.showSignUp(served)).body.status).toBe('confirmed');
      expect((await person.showSignUp(lost)).body.status).toBe('cancelled');
      alone.clock.set(saturday.endsAt);
      expect(await leader.cancel(over)).toMatchObject({ status: 409, body: { code: 'event-over' } });
    } finally {
      await alone.close();
    }
  });
});

describe('who sees and changes an event', () => {
  it('hides a draft from citizens and other branches', async () => {
    const { id } = (await coordinator.plan()).body;
    const shift = (await coordinator.addShift(id)).body.id;
    const stranger = new Coordinator(service);
    for (const reader of [citizen, stranger]) {
      expect((await reader.showEvent(id)).status).toBe(404);
      expect((await reader.showShift(shift)).status).toBe(404);
    }
    expect((await stranger.change(id, { title: '急救' })).status).toBe(404);
    expect((await stranger.addShift(id)).status).toBe(404);
    expect((await stranger.publish(id)).status).toBe(404);
    expect((await stranger.cancel(id)).status).toBe(404);
    expect((await stranger.roster(shift)).status).toBe(404);
    expect((await stranger.assign(shift, citizen.id)).status).toBe(404);
    expect((await coordinator.showEvent(id)).body.status).toBe('draft');
  });

  it('shows a published one to all, and lets its branch alone change it', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({});
    const [shift] = shiftIds as [string];
    const stranger = new Coordinator(service);
    for (const reader of [citizen, stranger]) {
      expect((await reader.showEvent(eventId)).status).toBe(200);
      expect((await reader.showShift(shift)).status).toBe(200);
    }
    expect((await stranger.change(eventId, { title: '急救' })).status).toBe(403);
    expect((await stranger.addShift(eventId)).status).toBe(403);
    expect((await stranger.publish(eventId)).status).toBe(403);
    expect((await stranger.cancel(eventId)).status).toBe(403);
    expect((await stranger.roster(shift)).status).toBe(403);
    expect((await stranger.assign(shift, citizen.id)).status).toBe(403);
    expect((await citizen.ask('POST', `events/${eventId}/cancellation`, { reason: '暴雨' })).status).toBe(403);
    expect((await citizen.ask('GET', `shifts/${shift}/sign-ups`)).status).toBe(403);
    expect((await service.request('GET', `${base}/events/${eventId}`)).status).toBe(401);
  });

  it('knows no such event', async () => {
    for (const id of [newId(), 'nonsense']) {
      expect((await coordinator.showEvent(id)).status).toBe(404);
      expect((await coordinator.publish(id)).status).toBe(404);
      expect((await coordinator.showShift(id)).status).toBe(404);
    }
  });
});

describe('the list of events', () => {
  const planned: Record<string, string> = {};
  let alone: TestService;
  let leader: Coordinator;
  let visitor: Citizen;
  let list: (reader: Citizen | Coordinator, query?: string) => Promise<string[]>;
  const day = (date: string) => ({ startsAt: `${date}T01:00:00.000Z`, endsAt: `${date}T09:00:00.000Z` });

  beforeAll(async () => {
    alone = await startTestService(volunteersService);
    const nameOf = new Map<string, string>();
    leader = new Coordinator(alone);
    list = async (reader, query = '') =>
      (await reader.listEvents(query)).body.items.map(({ id }) => nameOf.get(id) ?? 'unknown');
    const events: [string, object][] = [
      ['june', { ...day('2027-06-01'), place: { name: '龙泉', area: '331181' } }],
      ['course', { ...day('2026-12-05'), kind: 'first-aid-course', place: { name: '青田', area: '331121' } }],
      ['village', { ...day('2026-12-05') }],
      ['survey', { startsAt: '2026-11-28T00:00:00Z', endsAt: '2026-12-05T00:00:00Z', kind: 'survey' }],
      ['hangzhou', { ...day('2026-12-07'), place: { name: '西湖', area: '330106' } }],
      ['draft', { ...day('2026-12-06') }],
    ];
    for (const [name, change] of events) {
      const { body } = await leader.plan(change);
      nameOf.set(body.id, name);
      planned[name] = body.id;
      const { startsAt, endsAt, id } = body;
      await leader.addShift(id, { ...morning, startsAt, endsAt });
      if (name !== 'draft') await leader.publish(id);
    }
    visitor = new Citizen(alone);
  });
  afterAll(() => alone.close());

  it('goes by the start, and hides drafts', async () => {
    expect(await list(visitor)).toEqual(['survey', 'course', 'village', 'hangzhou', 'june']);
    expect(await list(leader)).toEqual(['survey', 'course', 'village', 'draft', 'hangzhou', 'june']);
  });

  it.each<[string, string[]]>([
    ['from=2026-12-05', ['survey', 'course', 'village', 'hangzhou', 'june']],
    ['from=2026-12-05T00:00:00Z', ['course', 'village', 'hangzhou', 'june']],
    ['from=2026-12-06', ['hangzhou', 'june']],
    ['to=2026-12-04', ['survey']],
    ['to=2026-12-05', ['survey', 'course', 'village']],
    ['to=2026-12-05T01:00:00Z', ['survey']],
    ['from=2026-12-05T00:00:00Z&to=2026-12-31', ['course', 'village', 'hangzhou']],
    ['area=331100', ['survey', 'course', 'village', 'june']],
    ['area=331102', ['survey', 'village']],
    ['area=331102103', ['survey', 'village']],
    ['area=331121', ['course']],
    ['area=330000', ['survey', 'course', 'village', 'hangzhou', 'june']],
    ['kind=survey', ['survey']],
    ['kind=survey&from=2026-12-06', []],
    ['kind=theme-day&area=331181', ['june']],
  ])('%s', async (query, names) => {
    expect(await list(visitor, query)).toEqual(names);
  });

  it('comes in pages, and no cursor fits another list', async () => {
    const first = (await leader.listEvents('limit=2&from=2026-11-01')).body;
    const second = (await leader.listEvents(`limit=2&from=2026-11-01&after=${first.nextAfter}`)).body;
    const third = (await leader.listEvents(`limit=2&from=2026-11-01&after=${second.nextAfter}`)).body;
    const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    const { survey, course, village, draft, hangzhou, june } = planned;
    expect(ids).toEqual([survey, course, village, draft, hangzhou, june]);
    expect(third.nextAfter).toBeNull();
    for (const query of [`after=${first.nextAfter}`, `limit=2&from=2026-11-02&after=${first.nextAfter}`, 'after=x']) {
      expect(await leader.listEvents(query)).toMatchObject({ status: 400, body: { code: 'invalid-cursor' } });
    }
  });

  it.each([
    'from=tomorrow',
    'from=2026-02-30',
    'from=1026-12-05',
    'to=9999-12-31T23:59:59-23:00',
    'area=33',
    'area=%25',
    'kind=party',
    'limit=0',
    'limit=101',
    'status=draft',
    'kind=survey&kind=meeting',
  ])('refuses %s', async (query) => {
    expect((await visitor.listEvents(query)).status).toBe(400);
  });
});
