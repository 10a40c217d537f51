import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distance } from '../../src/matching/engine/distance.js';
import type { MatchingFacts, VolunteerFacts } from '../../src/matching/matching-facts.js';
import { freeTimes } from '../../src/matching/model/free-times.js';
import { propose } from '../../src/matching/propose.js';
import { firstObstacle } from '../../src/shifts/sign-up-rules/may-sign-up.js';

const midnight = Date.parse('2026-12-05T00:00:00+08:00');
const at = (hour: number): Date => new Date(midnight + hour * 3_600_000);
const whole = (min: number, max: number) => fc.integer({ min, max });
const few = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) => fc.array(arbitrary, { maxLength });
const point = fc.option(fc.record({ latitude: whole(28_400_000, 28_500_000), longitude: fc.constant(119_900_000) }));
const span = fc
  .tuple(whole(0, 60), whole(1, 9))
  .map(([start, hours]) => ({ startsAt: at(start), endsAt: at(start + hours) }));
const skills = fc.subarray(['nurse', 'driver']);

const events = fc.record({
  priority: whole(1, 3),
  languages: fc.subarray(['zh', 'shx']),
  place: point,
  isDangerous: fc.boolean(),
  isInsured: fc.boolean(),
});
const shifts = fc.record({
  span,
  minSeats: whole(1, 2),
  more: whole(0, 2),
  event: whole(0, 2),
  requiredSkills: skills,
});
const people = fc.record({
  skills,
  certificates: few(
    fc.record({
      skill: fc.constantFrom('nurse', 'driver'),
      expiresOn: fc.constantFrom(null, '2026-12-05', '2026-12-06'),
    }),
    2,
  ),
  languages: fc.subarray(['zh', 'shx']),
  availability: few(
    fc.constantFrom('sat', 'sun', 'mon').map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
    3,
  ),
  exceptions: few(fc.constant({ date: '2026-12-06', windows: [{ from: '08:00', to: '20:00' }] }), 1),
  home: point,
  radiusKm: whole(1, 12),
  hoursPerWeek: fc.option(whole(2, 16)),
  birthDate: fc.constantFrom(null, '1990-01-01', '2008-12-06', '2010-01-01'),
  hasGuardian: fc.boolean(),
  taken: few(fc.record({ span, inPlan: fc.option(whole(0, 4)), isConfirmed: fc.boolean() }), 2),
});

/** Few people and few shifts, so close to each other that every rule has something to say. */
const allFacts: fc.Arbitrary<MatchingFacts> = fc
  .record({
    events: fc.array(events, { minLength: 3, maxLength: 3 }),
    shifts: fc.array(shifts, { minLength: 1, maxLength: 5 }),
    people: fc.array(people, { minLength: 1, maxLength: 5 }),
    forbidden: few(fc.tuple(whole(0, 4), whole(0, 4)), 3),
  })
  .map((drawn) => {
    const planned = drawn.shifts.map(({ span: time, minSeats, more, event, requiredSkills }, index) => ({
      ...{ id: `s${index}`, eventId: `e${event}`, role: 'helper', ...time, minSeats, maxSeats: minSeats + more },
      ...{ requiredSkills, preferredSkills: ['driver'], minStar: 0 },
    }));
    const seats = planned.map(({ maxSeats }) => maxSeats);
    return {
      events: drawn.events.map((event, index) => ({ id: `e${index}`, ...event })),
      shifts: planned,
      volunteers: drawn.people.map(({ taken, ...person }, index) => ({
        ...{ personId: `p${index}`, wishes: [], star: 0, served: 0, ...person },
        signUps: taken.flatMap(({ span: time, inPlan, isConfirmed }, place) => {
          const shift = inPlan === null ? undefined : planned[inPlan];
          if (!shift) return [{ shiftId: `away${place}`, ...time, isConfirmed }];
          const { id: shiftId, startsAt, endsAt } = shift;
          // Nobody is in a shift twice, and no shift is overfull.
          const twice = taken.slice(0, place).some((other) => other.inPlan === inPlan);
          if (twice || (isConfirmed && (seats[inPlan!]! -= 1) < 0)) return [];
          return [{ shiftId, startsAt, endsAt, isConfirmed }];
        }),
      })),
      locked: [],
      forbidden: drawn.forbidden.map(([person, shift]) => ({ personId: `p${person}`, shiftId: `s${shift}` })),
      previous: [],
    };
  });

const candidateOf = (volunteer: VolunteerFacts) => ({ ...volunteer, consents: true });

it('proposes nobody whom sign-up would refuse, who is not free, lives too far away or was ruled out', () => {
  fc.assert(
    fc.property(allFacts, (facts) => {
      const { proposals } = propose(facts, 1, (done) => done > 0.002);
      for (const { personId, shiftId } of proposals) {
        const volunteer = facts.volunteers.find((other) => other.personId === personId)!;
        const shift = facts.shifts.find(({ id }) => id === shiftId)!;
        const event = facts.events.find(({ id }) => id === shift.eventId)!;
        const others = proposals
          .filter((other) => other.personId === personId && other.shiftId !== shiftId)
          .map((other) => facts.shifts.find(({ id }) => id === other.shiftId)!)
          .map(({ id, startsAt, endsAt }) => ({ shiftId: id, startsAt, endsAt }));
        const candidate = { ...candidateOf(volunteer), openSignUps: [...volunteer.signUps, ...others] };
        const offer = { ...shift, isOpen: true, isDangerous: event.isDangerous, isInsured: event.isInsured };
        expect(firstObstacle({ candidate, shift: offer, now: at(-1) })).toBeNull();
        const [begin, end] = [shift.startsAt.getTime() / 60_000, shift.endsAt.getTime() / 60_000];
        expect(
          freeTimes(volunteer, shift.startsAt, shift.endsAt).some(([from, to]) => from <= begin && end <= to),
        ).toBe(true);
        const scale = { metresPerDegree: 111_195, cosineOfLatitude: 1_000_000 };
        const metres = volunteer.home && event.place ? distance(volunteer.home, event.place, scale) : 0;
        expect(metres).toBeLessThanOrEqual(volunteer.radiusKm * 1_000);
        expect(facts.forbidden).not.toContainEqual({ personId, shiftId });
      }
      for (const { id, maxSeats } of facts.shifts) {
        const seated = facts.volunteers.filter(({ signUps }) =>
          signUps.some(({ shiftId, isConfirmed }) => shiftId === id && isConfirmed),
        );
        expect(seated.length + proposals.filter(({ shiftId }) => shiftId === id).length).toBeLessThanOrEqual(maxSeats);
      }
    }),
    { numRuns: 300 },
  );
});
