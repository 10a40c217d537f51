import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignOnce, type AssignmentProblem } from './assign-once.js';

/** By trying everything: what each person may take, nothing included. */
function bestByTrying(problem: AssignmentProblem): number {
  const { people, first, slot, weight } = problem;
  const count = [...problem.taken];
  const bonus = (s: number): number => {
    const there = count[s]!;
    return there < problem.min[s]! ? problem.minBonus[s]! : there < problem.max[s]! ? problem.maxBonus[s]! : -Infinity;
  };
  const best = (person: number): number => {
    if (person === people) return 0;
    let most = best(person + 1);
    for (let arc = first[person]!; arc < first[person + 1]!; arc += 1) {
      const s = slot[arc]!;
      const seat = bonus(s);
      if (seat === -Infinity) continue;
      count[s]! += 1;
      most = Math.max(most, weight[arc]! + seat + best(person + 1));
      count[s]! -= 1;
    }
    return most;
  };
  return best(0);
}

function valueOf(problem: AssignmentProblem, slots: Int32Array): number {
  const { first, slot, weight } = problem;
  const count = [...problem.taken];
  let value = 0;
  for (const [person, s] of slots.entries()) {
    if (s < 0) continue;
    const arc = slot.subarray(first[person], first[person + 1]).indexOf(s) + first[person]!;
    expect(count[s]!).toBeLessThan(problem.max[s]!);
    value += weight[arc]! + (count[s]! < problem.min[s]! ? problem.minBonus[s]! : problem.maxBonus[s]!);
    count[s]! += 1;
  }
  return value;
}

const problems = fc.integer({ min: 1, max: 4 }).chain((slots) =>
  fc
    .record({
      arcs: fc.array(fc.uniqueArray(fc.nat(slots - 1)), { minLength: 1, maxLength: 6 }),
      weights: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 24, maxLength: 24 }),
      seats: fc.array(
        fc.record({ min: fc.nat(2), more: fc.nat(2), taken: fc.nat(1), bonus: fc.nat(30), extra: fc.nat(10) }),
        { minLength: slots, maxLength: slots },
      ),
    })
    .map(({ arcs, weights, seats }): AssignmentProblem => {
      const first = Int32Array.from([0, ...arcs.map((_, index) => arcs.slice(0, index + 1).flat().length)]);
      return {
        people: arcs.length,
        slots,
        first,
        slot: Int32Array.from(arcs.flat()),
        weight: Float64Array.from(weights.slice(0, arcs.flat().length)),
        taken: Int32Array.from(seats, ({ min, more, taken }) => Math.min(taken, min + more)),
        min: Int32Array.from(seats, ({ min }) => min),
        max: Int32Array.from(seats, ({ min, more }) => min + more),
        minBonus: Float64Array.from(seats, ({ bonus, extra }) => bonus + extra),
        maxBonus: Float64Array.from(seats, ({ extra }) => extra),
      };
    }),
);

it('finds what trying everything finds', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      expect(valueOf(problem, assignOnce(problem))).toBe(bestByTrying(problem));
    }),
    { numRuns: 2_000 },
  );
});

it('stops when it is told to, with an assignment that holds', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      expect([...assignOnce(problem, () => true)]).toEqual(Array.from({ length: problem.people }, () => -1));
    }),
  );
});
