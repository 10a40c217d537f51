import { expect, it } from '@jest/globals';
import { seededRandom } from '@sanxian/shared/testing';
import { compareLevels } from '../../src/matching/engine/levels.js';
import { solve } from '../../src/matching/engine/solve.js';
import { readInstance } from '../../src/matching/format/read-instance.js';
import { writePlan } from '../../src/matching/format/write-plan.js';
import { checkPlan } from './check-plan.js';
import { instanceNamed, knownInstances } from './known-instances.fixture.js';

/** Counts moves instead of seconds: the same plan on every machine. */
function solved(name: string, moves: number, { stopAfter = 1, seed = 7 } = {}) {
  const raw = instanceNamed(name);
  const instance = readInstance(raw);
  const random = seededRandom(seed);
  const { plan, levels, bounds } = solve(instance, {
    random: () => random.next(),
    budget: { moves },
    isOver: (done) => done >= stopAfter,
  });
  return { ...checkPlan(raw, writePlan(instance, plan)), claimed: levels, bounds };
}

it.each([
  ['all-rules-40x24', 600_000],
  ['greedy-trap', 100_000],
  ['single-candidates', 20_000],
  ['night-and-clock-change', 100_000],
])('%s is solved to the proven optimum', (name, moves) => {
  const { faults, levels, claimed } = solved(name, moves);
  const { levels: optimum } = knownInstances[name]!;
  expect({ faults, levels, claimed }).toEqual({ faults: [], levels: optimum, claimed: optimum });
});

// A few seconds of search; `npm run bench:matching` gives it the time that a coordinator would.
it.each([
  ['too-few-people', 700_000, 0.005],
  ['all-rules-150x100', 700_000, 0.05],
  ['all-rules-400x300', 1_200_000, 0.005],
])('%s: the first level that is not the best known is near to it', (name, moves, near) => {
  const { faults, levels } = solved(name, moves);
  expect(faults).toEqual([]);
  const known = knownInstances[name]!.levels;
  const first = levels.findIndex((level, place) => level !== known[place]);
  const gap = first < 0 ? 0 : (known[first]! - levels[first]!) / Math.abs(known[first]!);
  expect(gap).toBeLessThanOrEqual(near);
});

it.each(['too-few-people', 'all-rules-150x100', 'all-rules-400x300'])(
  '%s: a plan that is stopped at any moment holds',
  (name) => {
    for (const stopAfter of [0, 0.01, 0.3]) {
      const { faults, levels, claimed } = solved(name, 60_000, { stopAfter });
      expect({ faults, levels }).toEqual({ faults: [], levels: claimed });
    }
  },
);

it('makes the same plan of the same seed', () => {
  expect(solved('all-rules-150x100', 100_000)).toEqual(solved('all-rules-150x100', 100_000));
});

it.each(Object.entries(knownInstances))(
  '%s: what is called a bound is not below the best known',
  (name, { levels: known }) => {
    const { bounds, levels } = solved(name, 200_000);
    const limit = bounds.slice(0, bounds.indexOf(null) < 0 ? undefined : bounds.indexOf(null)) as number[];
    expect(limit.length).toBeGreaterThan(0);
    expect(compareLevels(limit, known.slice(0, limit.length))).toBeGreaterThanOrEqual(0);
    expect(compareLevels(limit, levels.slice(0, limit.length))).toBeGreaterThanOrEqual(0);
  },
);
