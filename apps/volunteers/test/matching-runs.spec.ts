import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { AssignmentConfirmed, PersonChanged } from '@sanxian/shared/contracts';
import { AuditEntry, type PersonDetails } from '@sanxian/shared/security';
import { eventually, startTestService, temporaryFolder, type TestService } from '@sanxian/shared/testing';
import type { MatchingRunResponse } from '../src/matching-runs/matching-run.dto.js';
import { MatchingRun } from '../src/matching-runs/matching-run.entity.js';
import { volunteersService } from '../src/volunteers.module.js';
import { base, type Citizen, Coordinator, morning, volunteers } from './people.js';

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

/** Free on Saturdays: the shifts are on one. */
const free = { availability: [{ weekday: 'sat', from: '00:00', to: '24:00' }] };
// People of other tests are still there: these have skills or wishes of their own, or the shift is theirs alone.
const ours = (people: readonly Citizen[]) => new Set(people.map(({ id }) => id));

async function knowsBirthDate(person: Citizen, birthDate: string): Promise<void> {
  const details = { phone: '13800000000', displayName: '林知夏', language: 'zh-CN', birthDate, sex: null, area: null };
  const sealed = service.peopleSeal.seal(person.id, details as PersonDetails);
  await service.receive(PersonChanged, { personId: person.id, sealed }, { aggregateId: person.id });
}

async function told(shiftIds: readonly string[]) {
  const confirmed = await service.emitted(AssignmentConfirmed);
  return confirmed.filter(({ shiftId }) => shiftIds.includes(shiftId));
}

describe('a matching run', () => {
  it('proposes people for shifts, and gives nobody a seat', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({ max: 2, requiredSkills: ['psychologist'] });
    const [shiftId] = shiftIds as [string];
    const able = await volunteers(service, 2, { ...free, skills: ['psychologist'] });
    await volunteers(service, 1, { skills: ['psychologist'] });
    const requested = await coordinator.requestMatching({ eventIds: [eventId] });
    expect(requested.status).toBe(202);
    expect(requested.headers.get('location')).toBe(`${base}/matching-runs/${requested.body.id}`);
    expect(requested.body).toMatchObject({ status: 'queued', progress: 0, proposals: null, levels: null });
    const run = await coordinator.matches({ eventIds: [eventId] });
    expect(run).toMatchObject({ status: 'done', progress: 100, eventIds: [eventId], confirmedAt: null });
    expect(run.levels).toEqual(run.bounds);
    expect(run.levels!.slice(0, 2)).toEqual([1, 1]);
    expect(new Set(run.proposals!.map(({ personId }) => personId))).toEqual(ours(able));
    expect(run.proposals![0]).toMatchObject({
      shiftId,
      locked: false,
      score: 200,
      parts: { skills: 0, distance: 0, wish: 0, experience: 100, language: 100 },
    });
    expect(run.emptySeats).toEqual([]);
    expect((await coordinator.showShift(shiftId)).body.confirmed).toBe(0);
    expect(await told(shiftIds)).toEqual([]);
  });

  it('says of a seat why it stays empty, and what would fill it, in the language of the reader', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({ min: 2, max: 2, requiredSkills: ['lab-technician'] });
    const home = { lat: 28.4176, lng: 119.7289 };
    const near = { ...free, skills: ['lab-technician'], home, radiusKm: 1 };
    await volunteers(service, 1, near);
    // A degree of latitude is about 111 km.
    await volunteers(service, 1, { ...near, home: { ...home, lat: home.lat + 0.02 } });
    await volunteers(service, 1, { skills: ['lab-technician'] });
    const run = await coordinator.matches({ eventIds: [eventId] });
    const [empty] = run.emptySeats!;
    expect(empty).toMatchObject({
      shiftId: shiftIds[0],
      seats: 1,
      missing: 1,
      reason: 'nobody-qualifies',
      text: '没有符合条件的志愿者',
    });
    expect(empty!.kept).toMatchObject({ 'too-far': 1, 'not-available': 1 });
    const ofSkilled = empty!.relaxations.filter(({ code }) => code !== 'skill-missing');
    expect(ofSkilled).toContainEqual({
      code: 'too-far',
      people: 1,
      // 1.2 km, and nobody learns more of where somebody lives.
      by: 2_000,
      text: '如放宽服务距离（至少 2000 米），另有 1 人可到岗',
    });
    const english = await coordinator.ask<typeof run>('GET', `matching-runs/${run.id}`, undefined, {
      'accept-language': 'en',
    });
    expect(english.body.emptySeats![0]).toMatchObject({ text: 'Nobody qualifies' });
  });

  it('leaves what is dangerous empty until it is insured, and says so', async () => {
    const { id: eventId } = (await coordinator.plan({ risk: 'high' })).body;
    await coordinator.addShift(eventId, { ...morning, min: 1, max: 3 });
    await coordinator.publish(eventId);
    const before = await coordinator.matches({ eventIds: [eventId] });
    expect(before.proposals).toEqual([]);
    expect(before.emptySeats).toMatchObject([{ seats: 3, missing: 1, reason: 'insurance-missing' }]);
    await coordinator.change(eventId, { insurance: '人保财险 演示保单' });
    const [adult] = (await volunteers(service, 2, free)) as [Citizen];
    const birthDate = '1990-01-01';
    await knowsBirthDate(adult, birthDate);
    const after = await coordinator.matches({ eventIds: [eventId] });
    // Of all others nobody has said when they were born.
    expect(after.proposals).toMatchObject([{ personId: adult.id }]);
    expect((await coordinator.confirmMatching(after.id)).status).toBe(200);
  });

  it('keeps what is locked, leaves out what is forbidden, and follows an earlier plan', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({ max: 1, requiredSkills: ['water-rescue'] });
    const [shiftId] = shiftIds as [string];
    const people = await volunteers(service, 3, { ...free, skills: ['water-rescue'] });
    const [one, two, three] = people.map(({ id }) => ({ personId: id, shiftId }));
    const chosen = (run: { proposals: { personId: string }[] | null }) =>
      run.proposals!.map(({ personId }) => personId);
    const first = await coordinator.matches({ eventIds: [eventId], forbidden: [one, two] });
    expect(chosen(first)).toEqual([three!.personId]);
    const second = await coordinator.matches({ eventIds: [eventId], basedOn: first.id, seed: 7 });
    expect(chosen(second)).toEqual([three!.personId]);
    const third = await coordinator.matches({ eventIds: [eventId], basedOn: first.id, locked: [two] });
    expect(third.proposals).toMatchObject([{ personId: two!.personId, locked: true }]);
  });

  it('covers all events of a time, and only those of the own branches', async () => {
    const { eventId } = await coordinator.publishes({});
    await new Coordinator(service).publishes({});
    const time = { from: '2026-12-04T16:00:00Z', to: '2026-12-05T16:00:00Z' };
    expect((await coordinator.requestMatching(time)).body.eventIds).toEqual([eventId]);
  });

  it('is refused where there is nothing to fill, and for what is not yet open', async () => {
    const { id: draft } = (await coordinator.plan()).body;
    await coordinator.addShift(draft);
    const refused = (code: string) => ({ status: 409, body: { code } });
    expect(await coordinator.requestMatching({ eventIds: [draft] })).toMatchObject(refused('not-open'));
    const { eventId } = await coordinator.publishes({});
    service.clock.set('2026-12-05T01:00:00.000Z');
    expect(await coordinator.requestMatching({ eventIds: [eventId] })).toMatchObject(refused('nothing-to-match'));
  });

  it.each([
    ['neither events nor a time', {}, 'from'],
    ['no event', { eventIds: [] }, 'eventIds'],
    ['a time that ends before it begins', { from: '2026-12-05T00:00:00Z', to: '2026-12-04T00:00:00Z' }, 'to'],
    ['somebody without a shift', { eventIds: [newId()], locked: [{ personId: newId() }] }, 'locked[0].shiftId'],
  ])('does not take %s', async (_, body, path) => {
    const refused = await coordinator.requestMatching(body);
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map((error) => error.path)).toContain(path);
  });

  it('concerns nobody of another branch', async () => {
    const { eventId } = await coordinator.publishes({});
    const stranger = new Coordinator(service);
    expect((await stranger.requestMatching({ eventIds: [eventId] })).status).toBe(403);
    const { id } = await coordinator.matches({ eventIds: [eventId] });
    expect((await stranger.showMatching(id)).status).toBe(404);
    expect((await stranger.confirmMatching(id)).status).toBe(404);
    expect((await stranger.stopMatching(id)).status).toBe(404);
  });

  it('is listed for who asked, the latest first, page by page', async () => {
    const { eventId } = await coordinator.publishes({});
    const ids: string[] = [];
    for (let run = 0; run < 3; run += 1) ids.unshift((await coordinator.matches({ eventIds: [eventId] })).id);
    interface Page {
      items: { id: string; proposals?: unknown }[];
      nextAfter: string | null;
    }
    const first = (await coordinator.ask<Page>('GET', 'matching-runs?limit=2')).body;
    const second = (await coordinator.ask<Page>('GET', `matching-runs?limit=2&after=${first.nextAfter}`)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextAfter).toBeNull();
    expect(first.items[0]).not.toHaveProperty('proposals');
  });

  it('ends when it is stopped, and stays so', async () => {
    const { eventId } = await coordinator.publishes({});
    const { id } = (await coordinator.requestMatching({ eventIds: [eventId] })).body;
    // The thread alone takes longer to start than this request.
    expect((await coordinator.stopMatching(id)).status).toBe(200);
    expect((await coordinator.ended(id)).status).toBe('cancelled');
    expect((await coordinator.stopMatching(id)).body.status).toBe('cancelled');
  });

  it('is finished by the next process when one goes away over it', async () => {
    const folder = temporaryFolder();
    try {
      const first = await startTestService(volunteersService, { folder: folder.path });
      const before = new Coordinator(first);
      const { eventId } = await before.publishes({ max: 2 });
      await volunteers(first, 2, free);
      const { id } = (await before.requestMatching({ eventIds: [eventId] })).body;
      await eventually(async () => expect((await before.showMatching(id)).body.status).toBe('running'));
      await first.close();
      const second = await startTestService(volunteersService, { folder: folder.path });
      try {
        const run = await new Coordinator(second, before.branchIds).ended(id);
        expect([run.status, run.proposals?.length]).toEqual(['done', 2]);
      } finally {
        await second.close();
      }
    } finally {
      folder.remove();
    }
  });

  it('fails when three processes died over it', async () => {
    const { eventId } = await coordinator.publishes({});
    const order = { eventIds: [eventId], branchIds: coordinator.branchIds, locked: [], forbidden: [] };
    const run = MatchingRun.request({ ...order, basedOn: null, seed: 1 }, newId(), service.clock.now());
    for (let attempt = 0; attempt < 3; attempt += 1) run.begin(service.clock.now());
    await service.runtime.unitOfWork.run((tx) => tx.insert(run));
    expect(await coordinator.ended(run.id)).toMatchObject({ status: 'failed', proposals: null });
    expect(await coordinator.confirmMatching(run.id)).toMatchObject({
      status: 409,
      body: { code: 'matching-unfinished' },
    });
  });
});

describe('a plan', () => {
  const search = { skills: ['search-and-rescue'], ...free };
  const needs = { max: 2, requiredSkills: ['search-and-rescue'] };
  const later = { startsAt: '2026-12-05T05:00:00.000Z', endsAt: '2026-12-05T07:00:00.000Z' };

  interface Moved {
    effect: number[];
    overrules: string[];
    run: MatchingRunResponse;
  }
  const move = (id: string, body: object) => coordinator.ask<Moved>('POST', `matching-runs/${id}/moves`, body);

  it('is changed by hand, with the effect on each level, and searched anew around what was set', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({ ...needs, max: 1 }, { ...needs, max: 1, ...later });
    const [first, second] = shiftIds as [string, string];
    const [only] = (await volunteers(service, 1, { ...search, hoursPerWeek: 3 })) as [Citizen];
    // The first shift takes three hours, the second two: one of them fits into the week.
    const run = await coordinator.matches({ eventIds: [eventId] });
    const { shiftId: from } = run.proposals!.find(({ personId }) => personId === only.id)!;
    const to = from === first ? second : first;
    const preview = await move(run.id, { personId: only.id, fromShiftId: from, toShiftId: to, preview: true });
    expect(preview).toMatchObject({ status: 200, body: { effect: [0, 0, expect.any(Number)], overrules: [] } });
    expect((await coordinator.showMatching(run.id)).body).toEqual(run);
    const moved = (await move(run.id, { personId: only.id, fromShiftId: from, toShiftId: to })).body;
    expect(moved.effect).toEqual(preview.body.effect);
    expect(moved.run.levels).toEqual(run.levels!.map((level, index) => level + moved.effect[index]!));
    expect(moved.run.proposals).toContainEqual(
      expect.objectContaining({ personId: only.id, shiftId: to, locked: true }),
    );
    const again = await coordinator.matches({ eventIds: [eventId], basedOn: run.id });
    expect(again.proposals).toContainEqual(expect.objectContaining({ personId: only.id, shiftId: to, locked: true }));
    expect((await move(run.id, { personId: only.id, fromShiftId: to })).body.effect[0]).toBe(-1);
  });

  it('overrules wishes with a reason, and no rule', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({ ...needs, max: 1 }, { ...needs, ...later });
    const [first] = shiftIds as [string];
    const [busy] = (await volunteers(service, 1, { skills: ['search-and-rescue'] })) as [Citizen];
    const [unable] = (await volunteers(service, 1, free)) as [Citizen];
    const run = await coordinator.matches({ eventIds: [eventId], forbidden: [] });
    const refused = (code: string) => ({ status: 409, body: { code } });
    const seated = run.proposals!.find(({ shiftId }) => shiftId === first);
    if (seated) await move(run.id, { personId: seated.personId, fromShiftId: first });
    const toFirst = { personId: busy.id, toShiftId: first };
    expect(await move(run.id, toFirst)).toMatchObject(refused('reason-missing'));
    const done = await move(run.id, { ...toFirst, reason: '本人电话确认可以到岗' });
    expect(done).toMatchObject({ status: 200, body: { overrules: ['not-available'] } });
    expect(await move(run.id, toFirst)).toMatchObject(refused('already-signed-up'));
    expect(await move(run.id, { personId: unable.id, toShiftId: shiftIds[1] })).toMatchObject(refused('skill-missing'));
    expect(await move(run.id, { personId: unable.id, toShiftId: first })).toMatchObject(refused('shift-full'));
    expect((await move(run.id, { personId: newId(), toShiftId: first })).status).toBe(404);
    expect((await move(run.id, { personId: busy.id, fromShiftId: shiftIds[1] })).status).toBe(404);
    expect((await move(run.id, { personId: busy.id })).status).toBe(400);
    const [entry] = await service.runtime.reads.manager.findBy(AuditEntry, {
      action: 'move-by-hand',
      personId: busy.id,
    });
    expect(entry).toMatchObject({ actorId: coordinator.accountId, subjectId: run.id });
    await coordinator.confirmMatching(run.id);
    expect(await move(run.id, { personId: busy.id, fromShiftId: first })).toMatchObject(refused('matching-confirmed'));
  });

  it('is compared with another', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({ ...needs, requiredSkills: ['relief-logistics'] });
    const people = await volunteers(service, 3, { ...free, skills: ['relief-logistics'] });
    const forbid = (...some: number[]) => some.map((place) => ({ personId: people[place]!.id, shiftId: shiftIds[0]! }));
    const one = await coordinator.matches({ eventIds: [eventId], forbidden: forbid(0) });
    const other = await coordinator.matches({ eventIds: [eventId], forbidden: forbid(1) });
    const { body } = await coordinator.ask<object>('GET', `matching-runs/${one.id}/comparisons/${other.id}`);
    expect(body).toEqual({
      levels: one.levels,
      otherLevels: other.levels,
      only: [expect.objectContaining({ personId: people[1]!.id })],
      otherOnly: [expect.objectContaining({ personId: people[0]!.id })],
      shared: 1,
    });
  });

  it('tells a volunteer why not, shift by shift', async () => {
    const { eventId, shiftIds } = await coordinator.publishes(
      { max: 1, requiredSkills: ['organ-coordinator'] },
      { max: 1, ...later, startsAt: '2026-12-05T08:00:00.000Z', endsAt: '2026-12-05T09:00:00.000Z' },
      { max: 1, ...later },
    );
    const morningOnly = { availability: [{ weekday: 'sat', from: '08:00', to: '15:00' }] };
    const [person] = (await volunteers(service, 1, { ...morningOnly, skills: [] })) as [Citizen];
    const run = await coordinator.matches({
      eventIds: [eventId],
      forbidden: [{ personId: person.id, shiftId: shiftIds[2]! }],
    });
    const why = async (language: string) => {
      const headers = { 'accept-language': language };
      const path = `matching-runs/${run.id}/volunteers/${person.id}`;
      return (await coordinator.ask<{ notChosen: { code: string; text: string }[] }>('GET', path, undefined, headers))
        .body;
    };
    expect(await why('zh-CN')).toEqual({
      personId: person.id,
      proposedShiftIds: [],
      notChosen: expect.arrayContaining([
        { shiftId: shiftIds[0], code: 'skill-missing', text: '没有“器官捐献协调员”技能' },
        { shiftId: shiftIds[1], code: 'not-available', text: '该时段没有空闲' },
        { shiftId: shiftIds[2], code: 'forbidden', text: '协调员已排除' },
      ]),
    });
    expect((await why('en')).notChosen.map(({ text }) => text)).toContain('Is not free at that time');
    expect((await coordinator.ask('GET', `matching-runs/${run.id}/volunteers/${newId()}`)).status).toBe(404);
  });
});

describe('confirming a plan', () => {
  it('gives everybody their seat, tells each once, and writes who did it', async () => {
    const { eventId, shiftIds } = await coordinator.publishes(
      { max: 2, requiredSkills: ['photographer'] },
      {
        max: 1,
        requiredSkills: ['photographer'],
        startsAt: '2026-12-05T05:00:00.000Z',
        endsAt: '2026-12-05T07:00:00.000Z',
      },
    );
    const people = await volunteers(service, 2, { ...free, skills: ['photographer'] });
    const run = await coordinator.matches({ eventIds: [eventId] });
    expect(run.proposals).toHaveLength(3);
    const confirmed = await coordinator.confirmMatching(run.id);
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.confirmedAt).toBe('2026-11-23T08:00:00.000Z');
    expect((await coordinator.confirmMatching(run.id)).body).toEqual(confirmed.body);
    const facts = await told(shiftIds);
    const pairs = (list: readonly { personId: string; shiftId: string }[]) =>
      list.map(({ personId, shiftId }) => `${personId}/${shiftId}`).sort();
    expect(pairs(facts)).toEqual(pairs(run.proposals!));
    for (const person of people) {
      const { items } = (await person.myShifts()).body;
      expect(items.length).toBe(facts.filter(({ personId }) => personId === person.id).length);
    }
    const entries = await service.runtime.reads.manager.findBy(AuditEntry, { actorId: coordinator.accountId });
    expect(entries.map(({ action, personId }) => `${action} ${personId}`).sort()).toEqual(
      run.proposals!.map(({ personId }) => `confirm-matching ${personId}`).sort(),
    );
  });

  it('gives nobody a seat when somebody can no longer come, and says who', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({ max: 2, requiredSkills: ['publicity'] });
    const [other] = (await coordinator.publishes({})).shiftIds as [string];
    const people = await volunteers(service, 2, { ...free, skills: ['publicity'] });
    const run = await coordinator.matches({ eventIds: [eventId] });
    const lost = people[0]!;
    await lost.signUp(other);
    const refused = await coordinator.confirmMatching(run.id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'matching-conflicts' } });
    const place = run.proposals!.findIndex(({ personId }) => personId === lost.id);
    expect(refused.body.errors).toEqual([
      { path: `proposals[${place}]`, code: 'overlaps', message: '与另一班次时间重叠' },
    ]);
    expect((await coordinator.showShift(shiftIds[0]!)).body.confirmed).toBe(0);
    expect(await told(shiftIds)).toEqual([]);
    expect((await coordinator.showMatching(run.id)).body.confirmedAt).toBeNull();
  });

  it('never overfills a shift, however many plans and people come at once', async () => {
    const max = 3;
    const { eventId, shiftIds } = await coordinator.publishes({ max, requiredSkills: ['public-health'] });
    const [shiftId] = shiftIds as [string];
    const people = await volunteers(service, 10, { ...free, skills: ['public-health'] });
    const runs = [];
    for (let seed = 1; seed <= 3; seed += 1) {
      const forbidden = people.slice(0, 2 * seed).map(({ id }) => ({ personId: id, shiftId }));
      runs.push(await coordinator.matches({ eventIds: [eventId], seed, forbidden }));
    }
    const answers = await Promise.all([
      ...runs.map(({ id }) => coordinator.confirmMatching(id)),
      ...runs.map(({ id }) => coordinator.confirmMatching(id)),
      people[0]!.signUp(shiftId),
    ]);
    expect(answers.every(({ status }) => [200, 201, 409].includes(status))).toBe(true);
    const { confirmed } = (await coordinator.showShift(shiftId)).body;
    const seats = (await coordinator.roster(shiftId)).body.items.filter(({ status }) => status === 'confirmed');
    expect([confirmed, seats.length]).toEqual([seats.length, confirmed]);
    expect(confirmed).toBeLessThanOrEqual(max);
    // Each plan as a whole, or not at all.
    const plans = new Set(answers.slice(0, 6).flatMap(({ status, body }) => (status === 200 ? [body.id] : [])));
    const alone = (answers[6]!.body as { status: string }).status === 'confirmed' ? 1 : 0;
    expect(confirmed).toBe(plans.size * max + alone);
    expect(await told([shiftId])).toHaveLength(confirmed);
  });
});
