import { expect, it } from '@jest/globals';
import { seededRandom } from '@sanxian/shared/testing';
import { findCandidates } from '../../src/matching/engine/candidates.js';
import { improve } from '../../src/matching/engine/improve.js';
import { WorkingPlan } from '../../src/matching/engine/working-plan.js';
import { readInstance } from '../../src/matching/format/read-instance.js';
import { writePlan } from '../../src/matching/format/write-plan.js';
import { checkPlan } from './check-plan.js';
import { instanceNamed, knownInstances } from './known-instances.fixture.js';

/** Counts rounds instead of seconds: the same plan on every machine. */
function solve(name: string, rounds: number) {
  const raw = instanceNamed(name);
  const instance = readInstance(raw);
  const plan = new WorkingPlan(instance);
  const random = seededRandom(7);
  let asked = 0;
  improve(instance, findCandidates(instance), plan, {
    random: () => random.next(),
    spent: () => (asked += 1) / rounds,
  });
  return checkPlan(raw, writePlan(instance, plan.pairs()));
}

it.each([
  ['all-rules-40x24', 4_000],
  ['single-candidates', 200],
  ['night-and-clock-change', 200],
])('%s is solved to the proven optimum', (name, rounds) => {
  expect(solve(name, rounds)).toEqual({ faults: [], levels: knownInstances[name]!.levels });
});

it.each(['too-few-people', 'all-rules-150x100', 'all-rules-400x300'])(
  '%s: a plan that is stopped early holds',
  (name) => {
    for (const rounds of [1, 3, 10]) expect(solve(name, rounds).faults).toEqual([]);
  },
);
