import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { AssignmentConfirmed, AssignmentReleased, SignUpWaitlisted } from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { volunteersService } from '../src/volunteers.module.js';
import { afternoon, base, Citizen, Coordinator, morning, saturday, volunteers } from './people.js';

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

const refused = (code: string) => ({ status: 409, body: { code } });

async function oneShift(change: object = {}): Promise<string> {
  return (await coordinator.publishes(change)).shiftIds[0]!;
}

async function told(shiftId: string) {
  const of = <Fact extends { shiftId: string }>(facts: Fact[]) => facts.filter((fact) => fact.shiftId === shiftId);
  return {
    waitlisted: of(await service.emitted(SignUpWaitlisted)),
    confirmed: of(await service.emitted(AssignmentConfirmed)),
    released: of(await service.emitted(AssignmentReleased)),
  };
}

describe('signing up', () => {
  it('gives a seat, shows it and tells', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({});
    const [shiftId] = shiftIds as [string];
    const [person] = (await volunteers(service, 1)) as [Citizen];
    const answer = await person.signUp(shiftId);
    expect(answer.status).toBe(201);
    const { role, startsAt, endsAt } = morning;
    expect(answer.body).toEqual({
      id: expect.any(String),
      status: 'confirmed',
      personId: person.id,
      shift: { id: shiftId, role, startsAt, endsAt },
      event: { id: eventId, title: saturday.title, status: 'published', place: saturday.place },
      signedUpAt: '2026-11-23T08:00:00.000Z',
      endedAt: null,
      endReason: null,
      version: 1,
    });
    const { id } = answer.body;
    expect(answer.headers.get('location')).toBe(`${base}/sign-ups/${id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect((await person.showSignUp(id)).body).toEqual(answer.body);
    expect((await person.showShift(shiftId)).body).toMatchObject({
      confirmed: 1,
      waiting: 0,
      freeSeats: 1,
      version: 2,
    });
    expect((await told(shiftId)).confirmed).toEqual([
      {
        signUpId: id,
        shiftId,
        eventId,
        personId: person.id,
        via: 'sign-up',
        eventTitle: saturday.title,
        placeName: saturday.place.name,
        role,
        startsAt,
        endsAt,
      },
    ]);
  });

  it('queues behind a full shift, and the place moves up', async () => {
    const shiftId = await oneShift({ max: 1 });
    const [first, second, third, fourth] = (await volunteers(service, 4)) as [Citizen, Citizen, Citizen, Citizen];
    const signUps = [];
    for (const person of [first, second, third, fourth]) signUps.push((await person.signUp(shiftId)).body);
    expect(signUps.map(({ status, position }) => [status, position])).toEqual([
      ['confirmed', undefined],
      ['waitlisted', 1],
      ['waitlisted', 2],
      ['waitlisted', 3],
    ]);
    await third.endSignUp(signUps[2]!.id);
    expect((await fourth.showSignUp(signUps[3]!.id)).body.position).toBe(2);
    await first.endSignUp(signUps[0]!.id);
    expect((await second.showSignUp(signUps[1]!.id)).body).toMatchObject({ status: 'confirmed', version: 2 });
    expect((await fourth.showSignUp(signUps[3]!.id)).body.position).toBe(1);
    const again = (await third.signUp(shiftId)).body;
    expect([again.status, again.position]).toEqual(['waitlisted', 2]);

    const { waitlisted, confirmed, released } = await told(shiftId);
    expect(waitlisted.map(({ signUpId, position }) => [signUpId, position])).toEqual([
      [signUps[1]!.id, 1],
      [signUps[2]!.id, 2],
      [signUps[3]!.id, 3],
      [again.id, 2],
    ]);
    expect(confirmed.map(({ signUpId, via }) => [signUpId, via])).toEqual([
      [signUps[0]!.id, 'sign-up'],
      [signUps[1]!.id, 'promotion'],
    ]);
    expect(released.map(({ signUpId, reason, wasConfirmed }) => [signUpId, reason, wasConfirmed])).toEqual([
      [signUps[2]!.id, 'withdrawn', false],
      [signUps[0]!.id, 'withdrawn', true],
    ]);
  });

  it('takes a profile, a consent and the skills', async () => {
    const shiftId = await oneShift({ requiredSkills: ['nurse', 'driver'] });
    const person = new Citizen(service);
    expect(await person.signUp(shiftId)).toMatchObject(refused('profile-missing'));
    await person.consents();
    expect(await person.signUp(shiftId)).toMatchObject(refused('profile-missing'));
    await person.createProfile({ skills: ['nurse'], languages: [], area: '331102' });
    expect(await person.signUp(shiftId)).toMatchObject(refused('skill-missing'));
    await person.changeProfile({ skills: ['driver', 'nurse'] });
    await person.withdrawsConsent();
    expect(await person.signUp(shiftId)).toMatchObject(refused('consent-missing'));
    await person.consents();
    expect((await person.signUp(shiftId)).status).toBe(201);
  });

  it('is once for a shift, and again after leaving', async () => {
    const shiftId = await oneShift({ max: 1 });
    const [person, other] = (await volunteers(service, 2)) as [Citizen, Citizen];
    const { id } = (await person.signUp(shiftId)).body;
    await other.signUp(shiftId);
    for (const waiting of [person, other])
      expect(await waiting.signUp(shiftId)).toMatchObject(refused('already-signed-up'));
    await person.endSignUp(id);
    const again = (await person.signUp(shiftId)).body;
    expect([again.status, again.position]).toEqual(['waitlisted', 1]);
    expect(again.id).not.toBe(id);
    expect((await person.showSignUp(id)).body.status).toBe('withdrawn');
  });

  it('is closed before publication, after cancellation, and from the start on', async () => {
    const [person] = (await volunteers(service, 1)) as [Citizen];
    const { id } = (await coordinator.plan()).body;
    const draft = (await coordinator.addShift(id)).body.id;
    expect(await person.signUp(draft)).toMatchObject(refused('not-open'));
    await coordinator.publish(id);
    service.clock.set(morning.startsAt);
    expect(await person.signUp(draft)).toMatchObject(refused('closed'));
    service.clock.set('2026-12-05T00:59:59.999Z');
    expect((await person.signUp(draft)).status).toBe(201);
    await coordinator.cancel(id);
    expect(await person.signUp(draft)).toMatchObject(refused('not-open'));
  });

  it('leaves no two at one time, seat or wait list', async () => {
    const { shiftIds } = await coordinator.publishes({ max: 1 }, afternoon, {
      startsAt: '2026-12-05T03:59:59.999Z',
      endsAt: '2026-12-05T05:00:00.000Z',
    });
    const [first, second, between] = shiftIds as [string, string, string];
    const [other, person] = (await volunteers(service, 2)) as [Citizen, Citizen];
    await other.signUp(first);
    const waiting = (await person.signUp(first)).body;
    expect(waiting.status).toBe('waitlisted');
    expect(await person.signUp(between)).toMatchObject(refused('overlaps'));
    expect((await person.signUp(second)).status).toBe(201);
    await person.endSignUp(waiting.id);
    expect(await person.signUp(between)).toMatchObject(refused('overlaps'));
  });

  it('answers a repetition with the first answer', async () => {
    const shiftId = await oneShift();
    const [person] = (await volunteers(service, 1)) as [Citizen];
    const key = { 'idempotency-key': newId() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => person.signUp(shiftId, key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await person.showShift(shiftId)).body.confirmed).toBe(1);
  });

  it('is for citizens, with no body, for shifts that are', async () => {
    const shiftId = await oneShift();
    const [person] = (await volunteers(service, 1)) as [Citizen];
    expect((await coordinator.ask('POST', `shifts/${shiftId}/sign-ups`, {})).status).toBe(403);
    expect((await service.request('POST', `${base}/shifts/${shiftId}/sign-ups`, { body: {} })).status).toBe(401);
    expect((await person.signUp(newId())).status).toBe(404);
    expect((await person.signUp('nonsense')).status).toBe(404);
    for (const body of [{ personId: newId() }, [], 'me', 7]) {
      expect((await person.ask('POST', `shifts/${shiftId}/sign-ups`, body)).status).toBe(400);
    }
    expect((await person.showShift(shiftId)).body.confirmed).toBe(0);
  });
});

describe('leaving a shift', () => {
  it('happens once', async () => {
    const shiftId = await oneShift();
    const [person] = (await volunteers(service, 1)) as [Citizen];
    const { id } = (await person.signUp(shiftId)).body;
    expect((await person.endSignUp(id, { 'if-match': '"2"' })).status).toBe(412);
    const left = await person.endSignUp(id, { 'if-match': '"1"' });
    expect([left.status, left.text]).toEqual([204, '']);
    expect((await person.endSignUp(id)).status).toBe(204);
    const { body } = await person.showSignUp(id);
    expect(body).toMatchObject({ status: 'withdrawn', endReason: 'withdrawn', endedAt: '2026-11-23T08:00:00.000Z' });
    expect((await told(shiftId)).released).toHaveLength(1);
  });

  it('ends with the start of the shift, for everybody', async () => {
    const shiftId = await oneShift();
    const [person, other] = (await volunteers(service, 2)) as [Citizen, Citizen];
    const [kept, left] = [(await person.signUp(shiftId)).body.id, (await other.signUp(shiftId)).body.id];
    await other.endSignUp(left);
    service.clock.set(morning.startsAt);
    expect(await person.endSignUp(kept)).toMatchObject(refused('closed'));
    expect(await coordinator.endSignUp(kept)).toMatchObject(refused('closed'));
    expect((await other.endSignUp(left)).status).toBe(204);
    expect((await person.showSignUp(kept)).body.status).toBe('confirmed');
  });

  it('is nobody else’s business, and a sign-up is not seen by others', async () => {
    const shiftId = await oneShift();
    const [person, other] = (await volunteers(service, 2)) as [Citizen, Citizen];
    const { id } = (await person.signUp(shiftId)).body;
    for (const stranger of [other, new Coordinator(service)]) {
      expect(await stranger.endSignUp(id)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect((await stranger.showSignUp(id)).status).toBe(404);
    }
    expect((await person.endSignUp('nonsense')).status).toBe(404);
    expect((await person.endSignUp(newId())).status).toBe(404);
    expect((await person.showSignUp(id)).body.status).toBe('confirmed');
    expect((await coordinator.showSignUp(id)).body.status).toBe('confirmed');
  });
});

describe('the coordinator', () => {
  it('assigns a volunteer who did not sign up, and who may leave', async () => {
    const shiftId = await oneShift({ max: 1 });
    const [person, other] = (await volunteers(service, 2)) as [Citizen, Citizen];
    const assigned = await coordinator.assign(shiftId, person.id);
    expect(assigned).toMatchObject({ status: 201, body: { status: 'confirmed', personId: person.id, version: 1 } });
    expect(assigned.headers.get('location')).toBe(`${base}/sign-ups/${assigned.body.id}`);
    expect((await told(shiftId)).confirmed).toMatchObject([{ personId: person.id, via: 'coordinator' }]);
    expect(await coordinator.assign(shiftId, person.id)).toMatchObject(refused('already-signed-up'));
    expect(await coordinator.assign(shiftId, other.id)).toMatchObject(refused('shift-full'));
    expect((await person.myShifts()).body.items.map(({ id }) => id)).toEqual([assigned.body.id]);
    expect((await person.endSignUp(assigned.body.id)).status).toBe(204);
    expect((await coordinator.assign(shiftId, other.id)).status).toBe(201);
  });

  it('gives nobody on the wait list a seat that is taken', async () => {
    const shiftId = await oneShift({ max: 1 });
    const [first, second] = (await volunteers(service, 2)) as [Citizen, Citizen];
    await first.signUp(shiftId);
    const waiting = (await second.signUp(shiftId)).body;
    expect(await coordinator.assign(shiftId, second.id)).toMatchObject(refused('shift-full'));
    expect((await second.showSignUp(waiting.id)).body).toMatchObject({ status: 'waitlisted', position: 1 });
  });

  it('assigns nobody against the rules, or without profile and consent', async () => {
    const { shiftIds } = await coordinator.publishes({ requiredSkills: ['nurse'] }, {});
    const [asksSkill, overlapping] = shiftIds as [string, string];
    const person = new Citizen(service);
    expect(await coordinator.assign(overlapping, person.id)).toMatchObject(refused('profile-missing'));
    await person.consents();
    await person.createProfile();
    expect(await coordinator.assign(asksSkill, person.id)).toMatchObject(refused('skill-missing'));
    await person.changeProfile({ skills: ['nurse'] });
    await person.withdrawsConsent();
    expect(await coordinator.assign(asksSkill, person.id)).toMatchObject(refused('consent-missing'));
    await person.consents();
    expect((await coordinator.assign(asksSkill, person.id)).status).toBe(201);
    expect(await coordinator.assign(overlapping, person.id)).toMatchObject(refused('overlaps'));
    const draft = (await coordinator.addShift((await coordinator.plan()).body.id)).body.id;
    expect(await coordinator.assign(draft, person.id)).toMatchObject(refused('not-open'));
    service.clock.set(morning.startsAt);
    expect(await coordinator.assign(overlapping, person.id)).toMatchObject(refused('closed'));
  });

  it.each([
    {},
    { personId: '林知夏' },
    { personId: null },
    { personId: [newId()] },
    { personId: newId(), force: true },
  ])('names one person by their id: %j', async (body) => {
    const shiftId = await oneShift();
    expect((await coordinator.ask('POST', `shifts/${shiftId}/assignments`, body)).status).toBe(400);
  });

  it('releases somebody, and the next moves up', async () => {
    const shiftId = await oneShift({ max: 1 });
    const [first, second] = (await volunteers(service, 2)) as [Citizen, Citizen];
    const seat = (await first.signUp(shiftId)).body.id;
    const waiting = (await second.signUp(shiftId)).body.id;
    expect((await coordinator.endSignUp(seat)).status).toBe(204);
    expect((await first.showSignUp(seat)).body).toMatchObject({
      status: 'withdrawn',
      endReason: 'released-by-coordinator',
    });
    expect((await second.showSignUp(waiting)).body.status).toBe('confirmed');
    const { released, confirmed } = await told(shiftId);
    expect(released).toMatchObject([{ signUpId: seat, reason: 'released-by-coordinator', wasConfirmed: true }]);
    expect(confirmed.at(-1)).toMatchObject({ signUpId: waiting, via: 'promotion' });
  });

  it('reads the roster: seats, then the wait list, page by page', async () => {
    const shiftId = await oneShift({ max: 2 });
    const people = await volunteers(service, 5, { skills: ['nurse', 'driver'], languages: ['zh', 'shx'] });
    const signUps: string[] = [];
    for (const person of people) signUps.push((await person.signUp(shiftId)).body.id);
    await people[0]!.endSignUp(signUps[0]!);
    const whole = (await coordinator.roster(shiftId)).body;
    expect(whole.nextAfter).toBeNull();
    expect(whole.items.map(({ id, status, position }) => [id, status, position])).toEqual([
      [signUps[1], 'confirmed', undefined],
      [signUps[2], 'confirmed', undefined],
      [signUps[3], 'waitlisted', 1],
      [signUps[4], 'waitlisted', 2],
    ]);
    expect(whole.items[0]).toEqual({
      id: signUps[1],
      status: 'confirmed',
      personId: people[1]!.id,
      profileId: expect.any(String),
      skills: ['nurse', 'driver'],
      languages: ['zh', 'shx'],
      signedUpAt: '2026-11-23T08:00:00.000Z',
    });
    for (const limit of [1, 2, 3]) {
      const items = [];
      let after: string | null = '';
      while (after !== null) {
        const query: string = `limit=${limit}${after && `&after=${after}`}`;
        const page = (await coordinator.roster(shiftId, query)).body;
        items.push(...page.items);
        after = page.nextAfter;
      }
      expect(items).toEqual(whole.items);
    }
  });
});

describe('my shifts', () => {
  it('shows what is ahead first, then what is over, page by page', async () => {
    const day = (date: string) => ({ startsAt: `${date}T01:00:00.000Z`, endsAt: `${date}T04:00:00.000Z` });
    const [person, other] = (await volunteers(service, 2)) as [Citizen, Citizen];
    const signUps = new Map<string, string>();
    for (const date of ['2026-12-01', '2026-12-20', '2026-12-02', '2026-12-10', '2026-12-15']) {
      const { id } = (await coordinator.plan(day(date))).body;
      const shift = (await coordinator.addShift(id, { ...morning, ...day(date) })).body;
      await coordinator.publish(id);
      signUps.set(date, (await person.signUp(shift.id)).body.id);
      if (date === '2026-12-10') await other.signUp(shift.id);
    }
    await person.endSignUp(signUps.get('2026-12-15')!);
    service.clock.set('2026-12-10T02:00:00.000Z');
    const expected = ['2026-12-10', '2026-12-15', '2026-12-20', '2026-12-02', '2026-12-01'].map((date) =>
      signUps.get(date),
    );
    const whole = (await person.myShifts()).body;
    expect(whole.items.map(({ id }) => id)).toEqual(expected);
    expect(whole.items[1]).toMatchObject({ status: 'withdrawn', event: { title: saturday.title } });
    for (const limit of [1, 2, 3, 4]) {
      const ids = [];
      let after: string | null = '';
      while (after !== null) {
        const query: string = `limit=${limit}${after && `&after=${after}`}`;
        const page = (await person.myShifts(query)).body;
        ids.push(...page.items.map(({ id }) => id));
        after = page.nextAfter;
        // The day goes on while somebody reads: nothing is shown twice or left out.
        service.clock.advance({ minutes: 30 });
      }
      expect(ids).toEqual(expected);
      service.clock.set('2026-12-10T02:00:00.000Z');
    }
    const cursor = (await person.myShifts('limit=1')).body.nextAfter;
    expect((await other.myShifts(`after=${cursor}`)).status).toBe(400);
    expect((await other.myShifts()).body.items).toHaveLength(1);
    expect((await new Citizen(service).myShifts()).body).toEqual({ items: [], nextAfter: null });
    expect((await coordinator.ask('GET', 'my/shifts')).status).toBe(403);
  });
});
