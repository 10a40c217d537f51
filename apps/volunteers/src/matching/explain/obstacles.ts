import { distance } from '../engine/distance.js';
import type { ObstacleCode } from '../obstacle-codes.js';
import type { MatchingInstance, MatchingShift, MatchingVolunteer, Slot } from '../engine/instance.js';

export interface Obstacle {
  readonly code: ObstacleCode;
  /** The skill that is missing or ends too early. */
  readonly skill?: string;
  /**
   * How much is missing: minutes for `rest-too-short` and `weekly-limit`, metres for `too-far` – these in whole kilometres, since exact ones
   * from several places would say where somebody lives.
   */
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

/**
 * What keeps a volunteer from a slot that they do not hold, in the order it is told; nothing when they could take it.
 * @param most stops looking after so many
 */
export function obstaclesOf(
  instance: MatchingInstance,
  plan: Plan,
  volunteer: number,
  slot: number,
  most = Infinity,
): Obstacle[] {
  const person = instance.volunteers[volunteer]!;
  const wanted = instance.slots[slot]!;
  const shift = instance.shifts[wanted.shift]!;
  const all: Obstacle[] = [];
  if (plan.forbidden.has(pairKey(volunteer, slot))) all.push({ code: 'forbidden' });
  if (wanted.dangerous && person.age < instance.rules.adultAge) all.push({ code: 'under-age' });
  addSkillObstacles(all, person, wanted, shift);
  if (all.length >= most) return all;
  if (!isFree(person, shift)) all.push({ code: 'not-available' });
  if (all.length >= most) return all;
  const metres = person.home && shift.place ? distance(person.home, shift.place, instance) : 0;
  if (metres > person.maxDistance)
    all.push({ code: 'too-far', by: 1_000 * Math.ceil((metres - person.maxDistance) / 1_000) });
  const held = plan.held[volunteer]!;
  if (all.length >= most) return all;
  addTimeObstacles(all, instance, held, slot, shift);
  const over = minutesInBusiestWeek(instance, held, slot) - person.maxWeek;
  if (over > 0) all.push({ code: 'weekly-limit', by: over });
  return all;
}

const isFree = ({ availability }: MatchingVolunteer, { start, end }: MatchingShift): boolean =>
  availability.some(([from, to]) => from <= start && end <= to);

function addSkillObstacles(
  all: Obstacle[],
  { skills }: MatchingVolunteer,
  { required }: Slot,
  { end }: MatchingShift,
): void {
  const isHeld = (skill: string) => skills.some(({ id }) => id === skill);
  const counts = (skill: string) => skills.some(({ id, expires }) => id === skill && (expires ?? Infinity) >= end);
  for (const skill of required) if (!isHeld(skill)) all.push({ code: 'skill-missing', skill });
  for (const skill of required) if (isHeld(skill) && !counts(skill)) all.push({ code: 'skill-expires', skill });
}

function addTimeObstacles(
  all: Obstacle[],
  { rules, slots, shifts }: MatchingInstance,
  held: readonly number[],
  slot: number,
  shift: MatchingShift,
): void {
  const short: Obstacle[] = [];
  for (const other of held) {
    if (other === slot) continue;
    const taken = shifts[slots[other]!.shift]!;
    if (taken.start < shift.end && shift.start < taken.end) {
      all.push({ code: 'overlaps', other });
      continue;
    }
    const [earlier, later] = taken.start <= shift.start ? [taken, shift] : [shift, taken];
    const gap = earlier.end - earlier.start > rules.longShift ? rules.longRest : rules.shortGap;
    const by = earlier.end + gap - later.start;
    if (by > 0) short.push({ code: 'rest-too-short', by, other });
  }
  all.push(...short);
}

/** As if the slot were held, too. */
function minutesInBusiestWeek({ rules, slots, shifts }: MatchingInstance, held: readonly number[], slot: number) {
  const own = shifts[slots[slot]!.shift]!;
  if (held.length === 0) return own.end - own.start;
  const all = [own, ...held.filter((other) => other !== slot).map((other) => shifts[slots[other]!.shift]!)];
  const isWithin = (start: number, begin: number) => start >= begin && start < begin + rules.week;
  const sums = all
    .filter(({ start }) => isWithin(own.start, start))
    .map((first) => all.reduce((sum, { start, end }) => (isWithin(start, first.start) ? sum + end - start : sum), 0));
  return Math.max(...sums);
}
