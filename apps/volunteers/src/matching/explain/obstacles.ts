import { distance } from '../engine/distance.js';
import { type ObstacleCode, obstacleCodes } from '../obstacle-codes.js';
import type { MatchingInstance, MatchingShift, MatchingVolunteer, Slot } from '../engine/instance.js';

export interface Obstacle {
  readonly code: ObstacleCode;
  /** The skill that is missing or ends too early. */
  readonly skill?: string;
  /** How much is missing: metres for `too-far`, minutes for `rest-too-short` and `weekly-limit`. */
  readonly by?: number;
  /** The slot that stands in the way. */
  readonly other?: number;
}

/** Who holds what in a plan. */
export interface Plan {
  /** Slots of each volunteer. */
  readonly held: readonly (readonly number[])[];
  readonly forbidden: ReadonlySet<string>;
}

export const pairKey = (volunteer: number, slot: number): string => `${volunteer}/${slot}`;

/** All that keeps a volunteer from a slot that they do not hold; nothing when they could take it. */
export function obstaclesOf(instance: MatchingInstance, plan: Plan, volunteer: number, slot: number): Obstacle[] {
  const person = instance.volunteers[volunteer]!;
  const wanted = instance.slots[slot]!;
  const shift = instance.shifts[wanted.shift]!;
  const held = plan.held[volunteer]!.filter((other) => other !== slot);
  const all: Obstacle[] = [];
  if (plan.forbidden.has(pairKey(volunteer, slot))) all.push({ code: 'forbidden' });
  if (wanted.dangerous && person.age < instance.rules.adultAge) all.push({ code: 'under-age' });
  all.push(...skillObstacles(person, wanted, shift));
  if (!person.availability.some(([from, to]) => from <= shift.start && shift.end <= to)) {
    all.push({ code: 'not-available' });
  }
  const metres = person.home && shift.place ? distance(person.home, shift.place, instance) : 0;
  if (metres > person.maxDistance) all.push({ code: 'too-far', by: metres - person.maxDistance });
  all.push(...timeObstacles(instance, held, shift));
  const over = minutesInBusiestWeek(instance, held, shift) - person.maxWeek;
  if (over > 0) all.push({ code: 'weekly-limit', by: over });
  return all.sort((one, other) => obstacleCodes.indexOf(one.code) - obstacleCodes.indexOf(other.code));
}

function skillObstacles({ skills }: MatchingVolunteer, { required }: Slot, { end }: MatchingShift): Obstacle[] {
  return required.flatMap((skill): Obstacle[] => {
    const entries = skills.filter(({ id }) => id === skill);
    if (entries.length === 0) return [{ code: 'skill-missing', skill }];
    return entries.some(({ expires }) => expires === null || expires >= end) ? [] : [{ code: 'skill-expires', skill }];
  });
}

function timeObstacles({ rules, slots, shifts }: MatchingInstance, held: readonly number[], shift: MatchingShift) {
  return held.flatMap((other): Obstacle[] => {
    const taken = shifts[slots[other]!.shift]!;
    if (taken.start < shift.end && shift.start < taken.end) return [{ code: 'overlaps', other }];
    const [earlier, later] = taken.start <= shift.start ? [taken, shift] : [shift, taken];
    const gap = earlier.end - earlier.start > rules.longShift ? rules.longRest : rules.shortGap;
    const by = earlier.end + gap - later.start;
    return by > 0 ? [{ code: 'rest-too-short', by, other }] : [];
  });
}

function minutesInBusiestWeek(
  { rules, slots, shifts }: MatchingInstance,
  held: readonly number[],
  shift: MatchingShift,
): number {
  const all = [...held.map((other) => shifts[slots[other]!.shift]!), shift];
  const isWithin = (start: number, begin: number) => start >= begin && start < begin + rules.week;
  const sums = all
    .filter(({ start }) => isWithin(shift.start, start))
    .map((first) => all.reduce((sum, { start, end }) => (isWithin(start, first.start) ? sum + end - start : sum), 0));
  return Math.max(...sums);
}
