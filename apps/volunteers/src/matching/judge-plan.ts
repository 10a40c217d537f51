import { levelsOf } from './engine/levels.js';
import { pairTable } from './engine/pair-table.js';
import { Roster } from './engine/roster.js';
import { PlanExplanation } from './explain/explain-plan.js';
import { obstaclesOf, pairKey } from './explain/obstacles.js';
import type { MatchingFacts, Place } from './matching-facts.js';
import { type Bar, buildInstance } from './model/build-instance.js';
import type { ObstacleCode } from './obstacle-codes.js';
import type { Proposal } from './propose.js';

/**
 * What a plan that somebody else has made comes to, level by level. Comparable with other plans of the same facts only.
 * @param facts with at least one shift; the plan is what is locked
 */
export function levelsOfPlan(facts: MatchingFacts): number[] {
  const { instance } = buildInstance(facts);
  return levelsOf(instance, new Roster(instance, pairTable(instance)));
}

/** All that keeps a volunteer from a place, in the order it is told. @param facts with everything else in the plan as locked */
export function obstaclesTo(facts: MatchingFacts, { personId, shiftId }: Place): (ObstacleCode | Bar | 'shift-full')[] {
  const { instance, barredShifts, barredVolunteers } = buildInstance(facts);
  const volunteer = facts.volunteers.findIndex((other) => other.personId === personId);
  const slot = facts.shifts.findIndex(({ id }) => id === shiftId);
  const held: number[][] = instance.volunteers.map(() => []);
  for (const [who, where] of instance.locked) held[who]!.push(where);
  const forbidden = new Set(instance.forbidden.map(([who, where]) => pairKey(who, where)));
  const bars = [barredVolunteers.get(volunteer), barredShifts.get(slot)].filter((bar) => bar !== undefined);
  const taken = held.flat().filter((other) => other === slot).length;
  const isFull = taken >= facts.shifts[slot]!.maxSeats;
  const others = obstaclesOf(instance, { held, forbidden }, volunteer, slot).map(({ code }) => code);
  return [...bars, ...(isFull ? ['shift-full' as const] : []), ...others];
}

/** The place as a proposal that was set by hand. */
export function proposalOf(facts: MatchingFacts, { personId, shiftId }: Place): Proposal {
  const task = buildInstance(facts);
  const volunteer = facts.volunteers.findIndex((other) => other.personId === personId);
  const slot = facts.shifts.findIndex(({ id }) => id === shiftId);
  const { score, ...parts } = new PlanExplanation(task, []).parts([volunteer, slot]);
  return { personId, shiftId, score, parts, locked: true };
}
