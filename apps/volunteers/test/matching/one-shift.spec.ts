import { expect, it } from '@jest/globals';
import { pairTable } from '../../src/matching/engine/pair-table.js';
import { Roster } from '../../src/matching/engine/roster.js';
import { solve } from '../../src/matching/engine/solve.js';
import { solveOnce } from '../../src/matching/engine/solve-once.js';
import { readInstance } from '../../src/matching/format/read-instance.js';
import { writePlan } from '../../src/matching/format/write-plan.js';
import { checkPlan } from './check-plan.js';
import { instanceNamed, knownInstances } from './known-instances.fixture.js';

it.each(['one-shift-200x20', 'one-shift-1000x100', 'one-shift-5000x300', 'greedy-trap'])(
  '%s: one shift a person is solved to the optimum on every level',
  (name) => {
    const raw = instanceNamed(name);
    const instance = readInstance(raw);
    const pairs = pairTable(instance);
    const roster = new Roster(instance, pairs);
    expect(solveOnce(instance, pairs, roster, () => false)).toBe(instance.levels.length);
    const plan = writePlan(instance, roster.plan());
    expect(checkPlan(raw, plan)).toEqual({ faults: [], levels: knownInstances[name]!.levels });
  },
);

it('claims no bound where a seat up to the minimum is worth less than one beyond it', () => {
  const { events, ...raw } = instanceNamed('one-shift-200x20');
  const levels = [{ min_fill: 1 }, { max_fill: 1 }];
  const instance = readInstance({ ...raw, levels, events: events.map((event) => ({ ...event, priority: 0 })) });
  expect(solve(instance, { random: () => 0 }).bounds).toEqual([null, null]);
});
