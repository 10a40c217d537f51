import { distance } from './distance.js';
import type { MatchingInstance, MatchingVolunteer, Slot } from './instance.js';
import { Integers } from './integers.js';

/** Who may take which slot, each pair taken alone, and what the pair is worth. Pairs of volunteer `v` begin at `first[v]`. */
export interface Candidates {
  readonly first: Int32Array;
  readonly slot: Int32Array;
  readonly score: Int32Array;
}

const never = -Infinity;

/** Looks only at shifts that lie in a volunteer's free time: no list of all pairs. */
export function findCandidates(instance: MatchingInstance): Candidates {
  const { shifts, slots, volunteers, rules, dangerousRoles } = instance;
  const byStart = shifts.map((_, index) => index).sort((one, other) => shifts[one]!.start - shifts[other]!.start);
  const starts = Float64Array.from(byStart, (index) => shifts[index]!.start);
  const slotsOf: number[][] = shifts.map(() => []);
  for (const [index, { shift }] of slots.entries()) slotsOf[shift]!.push(index);

  const first = new Int32Array(volunteers.length + 1);
  const slot = new Integers();
  const score = new Integers();
  for (const [index, volunteer] of volunteers.entries()) {
    const ends = skillEnds(volunteer);
    const seen = new Set<number>();
    for (const [from, to] of volunteer.availability) {
      for (let place = firstAtOrAfter(starts, from); place < byStart.length && starts[place]! < to; place += 1) {
        const shiftIndex = byStart[place]!;
        const shift = shifts[shiftIndex]!;
        if (shift.end > to || seen.has(shiftIndex) || shift.end - shift.start > volunteer.maxWeek) continue;
        seen.add(shiftIndex);
        const metres = distance(volunteer.home, shift.place, instance);
        if (metres > volunteer.maxDistance) continue;
        for (const slotIndex of slotsOf[shiftIndex]!) {
          const wanted = slots[slotIndex]!;
          if (dangerousRoles.has(wanted.role) && volunteer.age < rules.adultAge) continue;
          if (!wanted.required.every((skill) => (ends.get(skill) ?? never) >= shift.end)) continue;
          slot.add(slotIndex);
          score.add(scoreOf(instance, volunteer, ends, slotIndex, metres));
        }
      }
    }
    first[index + 1] = slot.length;
  }
  return { first, slot: slot.whole(), score: score.whole() };
}

/** How well they suit each other: 0 to 1000. */
export function scoreOf(
  { slots, shifts, events }: MatchingInstance,
  volunteer: MatchingVolunteer,
  ends: ReadonlyMap<string, number>,
  slotIndex: number,
  metres: number,
): number {
  const slot: Slot = slots[slotIndex]!;
  const shift = shifts[slot.shift]!;
  const { languages } = events[shift.event]!;
  const held = slot.preferred.filter((skill) => (ends.get(skill) ?? never) >= shift.end).length;
  const near = volunteer.maxDistance > 0 ? 300 - Math.floor((300 * metres) / volunteer.maxDistance) : 300;
  return (
    (slot.preferred.length > 0 ? Math.floor((300 * held) / slot.preferred.length) : 0) +
    Math.max(0, near) +
    40 * (volunteer.wishes[slot.role] ?? 0) +
    (languages.length === 0 || languages.some((language) => volunteer.languages.includes(language)) ? 100 : 0) +
    (volunteer.star >= slot.minStar ? 100 : 0)
  );
}

/** Until when somebody has each skill; of several entries the last to end counts. */
export function skillEnds({ skills }: MatchingVolunteer): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const { id, expires } of skills) ends.set(id, Math.max(ends.get(id) ?? never, expires ?? Infinity));
  return ends;
}

function firstAtOrAfter(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
