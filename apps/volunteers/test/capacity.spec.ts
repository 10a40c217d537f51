import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssignmentConfirmed, AssignmentReleased, SignUpWaitlisted } from '@sanxian/shared/contracts';
import { OutboxRow } from '@sanxian/shared/messaging';
import { seededRandom, startTestService, type TestService } from '@sanxian/shared/testing';
import { volunteersService } from '../src/volunteers.module.js';
import { type Citizen, Coordinator, volunteers } from './people.js';

let service: TestService;
let coordinator: Coordinator;
beforeAll(async () => {
  service = await startTestService(volunteersService);
  coordinator = new Coordinator(service);
});
afterAll(() => service.close());

async function wholeRoster(shiftId: string) {
  const items = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Awaited<ReturnType<Coordinator['roster']>> = await coordinator.roster(
      shiftId,
      `limit=100${after && `&after=${after}`}`,
    );
    items.push(...page.body.items);
    after = page.body.nextAfter;
  }
  return items;
}

describe('the last seat', () => {
  it('goes to one of 200 who sign up at once; the others wait in order, nobody twice', async () => {
    const [shiftId] = (await coordinator.publishes({ max: 1 })).shiftIds as [string];
    const people = await volunteers(service, 200);
    const answers = await Promise.all(people.map((person) => person.signUp(shiftId)));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const given = answers.map(({ body }) => body);
    expect(given.filter(({ status }) => status === 'confirmed')).toHaveLength(1);
    const positions = given.filter(({ status }) => status === 'waitlisted').map(({ position }) => position ?? 0);
    expect(positions.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 199 }, (_, index) => index + 1),
    );

    const roster = await wholeRoster(shiftId);
    expect(new Set(roster.map(({ personId }) => personId)).size).toBe(200);
    const atFirst = new Map(given.map(({ id, position }) => [id, position]));
    for (const { id, position } of roster) expect(position).toBe(atFirst.get(id));
    expect((await coordinator.showShift(shiftId)).body).toMatchObject({ confirmed: 1, waiting: 199, freeSeats: 0 });
    const ofShift = ({ shiftId: of }: { shiftId: string }) => of === shiftId;
    expect((await service.emitted(AssignmentConfirmed)).filter(ofShift)).toHaveLength(1);
    const waitlisted = (await service.emitted(SignUpWaitlisted)).filter(ofShift);
    expect(waitlisted.map(({ position }) => position)).toEqual(Array.from({ length: 199 }, (_, index) => index + 1));
  }, 60_000);

  it('is not taken twice by one person who is impatient', async () => {
    const [shiftId] = (await coordinator.publishes({ max: 5 })).shiftIds as [string];
    const [person] = (await volunteers(service, 1)) as [Citizen];
    const answers = await Promise.all(Array.from({ length: 20 }, () => person.signUp(shiftId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'already-signed-up')).toHaveLength(19);
    expect(await wholeRoster(shiftId)).toHaveLength(1);
  });

  it('of two overlapping shifts one person gets one, however fast they are', async () => {
    const { shiftIds } = await coordinator.publishes({}, {}, {}, {});
    const [person] = (await volunteers(service, 1)) as [Citizen];
    const answers = await Promise.all(shiftIds.map((shiftId) => person.signUp(shiftId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'overlaps')).toHaveLength(3);
  });
});

describe('cancelling a big event', () => {
  it('releases more people than fit one statement, each once', async () => {
    const { eventId, shiftIds } = await coordinator.publishes({ max: 70 });
    const people = await volunteers(service, 120);
    await Promise.all(people.map((person) => person.signUp(shiftIds[0]!)));
    expect((await coordinator.cancel(eventId)).status).toBe(200);
    const released = (await service.emitted(AssignmentReleased)).filter((fact) => fact.eventId === eventId);
    expect(new Set(released.map(({ personId }) => personId)).size).toBe(120);
    expect(released).toHaveLength(120);
    expect(released.filter(({ wasConfirmed }) => wasConfirmed)).toHaveLength(70);
    expect(await wholeRoster(shiftIds[0]!)).toEqual([]);
  });
});

type Fact =
  | (SignUpWaitlisted & { type: 'waitlisted' })
  | (AssignmentConfirmed & { type: 'confirmed' })
  | (AssignmentReleased & { type: 'released' });

const kindOf: Record<string, Fact['type']> = {
  'volunteers.sign-up-waitlisted.v1': 'waitlisted',
  'volunteers.assignment-confirmed.v1': 'confirmed',
  'volunteers.assignment-released.v1': 'released',
};

/** What somebody who only hears the facts believes: who sits, and who waits in which order. Throws where the facts contradict. */
function believe(facts: readonly Fact[], max: number): { seated: Set<string>; waiting: string[] } {
  const seated = new Set<string>();
  const waiting: string[] = [];
  for (const fact of facts) {
    const { signUpId, type } = fact;
    if (type === 'waitlisted') {
      waiting.push(signUpId);
      expect(fact.position).toBe(waiting.length);
      expect(seated.size).toBe(max);
    } else if (type === 'confirmed') {
      if (fact.via === 'promotion') expect(signUpId).toBe(waiting.shift());
      expect(waiting).not.toContain(signUpId);
      seated.add(signUpId);
    } else {
      expect(fact.wasConfirmed).toBe(seated.delete(signUpId));
      if (!fact.wasConfirmed) waiting.splice(waiting.indexOf(signUpId), 1);
    }
    expect(seated.size).toBeLessThanOrEqual(max);
  }
  return { seated, waiting };
}

describe('random sign-ups, withdrawals, assignments and releases at once', () => {
  it.each([1, 2, 3])('keep seats and wait lists true, seed %i', async (seed) => {
    const random = seededRandom(seed);
    const hours = (from: number, to: number) => ({
      startsAt: `2026-12-05T0${from}:00:00.000Z`,
      endsAt: `2026-12-05T0${to}:00:00.000Z`,
    });
    const plans = [
      { max: 1, ...hours(1, 3) },
      { max: 3, ...hours(2, 5) },
      { max: 2, ...hours(3, 6) },
      { max: 2, ...hours(6, 8) },
    ];
    const { shiftIds } = await coordinator.publishes(...plans);
    const people = await volunteers(service, 12);
    const signUps: { id: string; person: Citizen }[] = [];
    const signUp = async () => {
      const person = random.pick(people);
      const { status, body } = await person.signUp(random.pick(shiftIds));
      if (status === 201) signUps.push({ id: body.id, person });
      return status;
    };
    const assign = async () => {
      const person = random.pick(people);
      const { status, body } = await coordinator.assign(random.pick(shiftIds), person.id);
      if (status === 201) signUps.push({ id: body.id, person });
      return status;
    };
    const end = async () => {
      if (signUps.length === 0) return 204;
      const { id, person } = random.pick(signUps);
      return (await (random.next() < 0.8 ? person : coordinator).endSignUp(id)).status;
    };

    for (let round = 0; round < 25; round += 1) {
      const statuses = await Promise.all(
        Array.from({ length: 10 }, () => random.pick([signUp, signUp, signUp, assign, end, end, end])()),
      );
      expect([201, 204, 409]).toEqual(expect.arrayContaining(statuses));
    }

    const openOf = new Map<string, { startsAt: string; endsAt: string }[]>();
    for (const [index, shiftId] of shiftIds.entries()) {
      const { max, startsAt, endsAt } = plans[index]!;
      const roster = await wholeRoster(shiftId);
      const seated = roster.filter(({ status }) => status === 'confirmed');
      const waiting = roster.filter(({ status }) => status === 'waitlisted');
      expect(seated.length).toBeLessThanOrEqual(max);
      if (waiting.length > 0) expect(seated).toHaveLength(max);
      expect(new Set(roster.map(({ personId }) => personId)).size).toBe(roster.length);
      expect((await coordinator.showShift(shiftId)).body).toMatchObject({
        confirmed: seated.length,
        waiting: waiting.length,
        freeSeats: max - seated.length,
      });
      const believed = believe(await factsOf(shiftId), max);
      expect(believed.seated).toEqual(new Set(seated.map(({ id }) => id)));
      expect(believed.waiting).toEqual(waiting.map(({ id }) => id));
      for (const { personId } of roster) openOf.set(personId, [...(openOf.get(personId) ?? []), { startsAt, endsAt }]);
    }
    for (const spans of openOf.values()) {
      const inOrder = spans.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
      inOrder.slice(1).forEach((span, index) => expect(span.startsAt >= inOrder[index]!.endsAt).toBe(true));
    }
  });
});

/** All facts of a shift, as they leave. */
async function factsOf(shiftId: string): Promise<Fact[]> {
  const where = { aggregateType: 'shift', aggregateId: shiftId };
  const rows = await service.runtime.reads.manager.find(OutboxRow, { where, order: { id: 'ASC' } });
  rows.slice(1).forEach((row, index) => {
    const before = rows[index]!;
    const comesAfter =
      row.aggregateVersion > before.aggregateVersion ||
      (row.aggregateVersion === before.aggregateVersion && row.sequence > before.sequence);
    expect(comesAfter).toBe(true);
  });
  return rows.map(({ type, payload }) => ({ ...(JSON.parse(payload) as Fact), type: kindOf[type] }) as Fact);
}
