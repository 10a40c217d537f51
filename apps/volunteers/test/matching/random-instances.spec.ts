import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '@sanxian/shared/testing';
import { compareLevels } from '../../src/matching/engine/levels.js';
import { solve } from '../../src/matching/engine/solve.js';
import { readInstance } from '../../src/matching/format/read-instance.js';
import { writePlan } from '../../src/matching/format/write-plan.js';
import { checkPlan, type RawInstance } from './check-plan.js';

const hour = 60;
const timeOf = (minutes: number): string =>
  `${new Date(Date.UTC(2026, 2, 1) + minutes * 60_000).toISOString().slice(0, 16)}:00+00:00`;
const whole = (min: number, max: number) => fc.integer({ min, max });
const skills = fc.subarray(['nurse', 'driver']);
const place = { lat_e6: whole(28_400_000, 28_500_000), lng_e6: whole(119_900_000, 120_000_000) };
const levels = fc.constantFrom(
  [{ min_fill: 1 }, { max_fill: 1 }, { score: 2, fairness: -1, stability: 300 }],
  [{ min_fill: 1 }, { max_fill: 1 }, { score: 1 }, { fairness: -1 }, { stability: 1 }],
  [{ score: 1, min_fill: 500 }],
);

/** Few people and few shifts, so close to each other that every rule has something to say. */
const instances: fc.Arbitrary<RawInstance> = fc
  .record({
    rules: fc.record({
      max_assignments: fc.constantFrom(null, 1, 2),
      short_gap_min: whole(0, 2 * hour),
      long_shift_min: whole(2 * hour, 6 * hour),
      long_rest_min: whole(0, 4 * hour),
      week_min: whole(12 * hour, 72 * hour),
      adult_age: fc.constant(18),
    }),
    levels,
    shifts: fc.array(
      fc.record({ start: whole(0, 48), length: whole(1, 5), priority: whole(0, 5), ...place, slots: whole(1, 2) }),
      { minLength: 1, maxLength: 5 },
    ),
    seats: fc.array(fc.record({ min: whole(0, 2), more: whole(0, 2), required: skills, preferred: skills }), {
      minLength: 10,
      maxLength: 10,
    }),
    people: fc.array(
      fc.record({
        ...place,
        max_distance_m: whole(0, 20_000),
        max_week_min: whole(3, 12).map((hours) => hours * hour),
        age: whole(15, 20),
        served_min: whole(0, 600),
        skills,
        from: whole(0, 24),
        hours: whole(8, 48),
        wish: whole(0, 5),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    locked: fc.array(fc.tuple(whole(0, 4), whole(0, 9)), { maxLength: 2 }),
    previous: fc.array(fc.tuple(whole(0, 4), whole(0, 9)), { maxLength: 3 }),
  })
  .map(({ rules, levels: wanted, shifts, seats, people, locked, previous }) => {
    const events = shifts.map(({ start, length, priority, slots, ...where }, shift) => ({
      id: `e${shift}`,
      priority,
      languages: [],
      shifts: [
        {
          id: `s${shift}`,
          start: timeOf(start * hour),
          end: timeOf((start + length) * hour),
          ...where,
          slots: seats.slice(2 * shift, 2 * shift + slots).map(({ min, more, required, preferred }, slot) => {
            return {
              id: `s${shift}-${slot}`,
              role: slot === 0 ? 'helper' : 'rescuer',
              min,
              max: min + more,
              required,
              preferred,
              min_star: 0,
            };
          }),
        },
      ],
    }));
    const slotIds = events.flatMap((event) => event.shifts.flatMap((shift) => shift.slots.map(({ id }) => id)));
    const pairsOf = (chosen: readonly (readonly [number, number])[]): [string, string][] => [
      ...new Map(
        chosen.map(([person, slot]): [string, [string, string]] => {
          const pair: [string, string] = [`v${person % people.length}`, slotIds[slot % slotIds.length]!];
          return [pair.join(), pair];
        }),
      ).values(),
    ];
    return {
      format: 'match-bench/1',
      id: 'random',
      rules,
      geo: { m_per_deg: 111_195, coslat_ppm: 879_000 },
      fairness: { unit_min: 60 },
      levels: wanted as RawInstance['levels'],
      roles: [
        { id: 'helper', dangerous: false },
        { id: 'rescuer', dangerous: true },
      ],
      events,
      volunteers: people.map(({ skills: held, from, hours, wish, ...person }, index) => ({
        id: `v${index}`,
        ...person,
        star: 0,
        languages: [],
        skills: held.map((id) => ({ id, expires: null })),
        availability: [[timeOf(from * hour), timeOf((from + hours) * hour)]] as [string, string][],
        prefs: { helper: wish },
      })),
      locked: pairsOf(locked),
      previous: pairsOf(previous),
    };
  });

/** Locked pairs alone may overfill a slot: nothing can be done about that. */
const lockedAlone = (raw: RawInstance) =>
  checkPlan(raw, { instance: raw.id, assignments: raw.locked.map(([volunteer, slot]) => ({ volunteer, slot })) })
    .faults;

describe('any instance', () => {
  it('gets a plan that a checker of its own accepts, worth what the engine says, and within its bounds', () => {
    fc.assert(
      fc.property(instances, whole(1, 1_000), (raw, seed) => {
        fc.pre(lockedAlone(raw).length === 0);
        const instance = readInstance(raw);
        const random = seededRandom(seed);
        const {
          plan,
          levels: claimed,
          bounds,
        } = solve(instance, {
          random: () => random.next(),
          budget: { moves: 3_000 },
        });
        expect(checkPlan(raw, writePlan(instance, plan))).toEqual({ faults: [], levels: claimed });
        const known = bounds.slice(0, bounds.includes(null) ? bounds.indexOf(null) : undefined) as number[];
        expect(compareLevels(known, claimed.slice(0, known.length))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    );
  });
});
