import { scoreOf, skillEnds } from './candidates.js';
import { distance } from './distance.js';
import type { Component, MatchingInstance, Pair } from './instance.js';

export type Components = Readonly<Record<Component, number>>;

/** What a plan comes to. Fairness is given as the cost it is. */
export function componentsOf(instance: MatchingInstance, plan: readonly Pair[]): Components {
  const { slots, shifts, events, volunteers, fairnessUnit } = instance;
  const filled = new Int32Array(slots.length);
  const minutes = new Float64Array(volunteers.length);
  const before = new Set(instance.previous.map(([volunteer, slot]) => volunteer * slots.length + slot));
  let score = 0;
  let stability = 0;
  for (const [volunteer, slot] of plan) {
    const person = volunteers[volunteer]!;
    const shift = shifts[slots[slot]!.shift]!;
    filled[slot]! += 1;
    minutes[volunteer]! += shift.end - shift.start;
    score += scoreOf(instance, person, skillEnds(person), slot, distance(person.home, shift.place, instance));
    if (before.has(volunteer * slots.length + slot)) stability += 1;
  }
  let minFill = 0;
  let maxFill = 0;
  for (const [index, { shift, min, max }] of slots.entries()) {
    const there = filled[index]!;
    minFill += events[shifts[shift]!.event]!.priority * Math.min(there, min);
    maxFill += Math.max(0, Math.min(there, max) - min);
  }
  let fairness = 0;
  for (const [index, { served }] of volunteers.entries()) {
    fairness += unevenness(served, minutes[index]!, fairnessUnit);
  }
  return { minFill, maxFill, score, fairness, stability };
}

/** Level by level, larger is better. */
export const levelsOf = (instance: MatchingInstance, components: Components): number[] =>
  instance.levels.map((weights) =>
    (Object.entries(weights) as [Component, number][]).reduce(
      (sum, [name, weight]) => sum + weight * components[name],
      0,
    ),
  );

/** Hours weigh more on those who have served much: the difference of squares. */
export function unevenness(served: number, more: number, unit: number): number {
  const earlier = Math.floor(served / unit);
  const added = Math.floor(more / unit);
  return (earlier + added) ** 2 - earlier ** 2;
}
