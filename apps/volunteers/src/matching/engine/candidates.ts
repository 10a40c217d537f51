import { metresToShift } from './distance.js';
import type { MatchingInstance } from './instance.js';
import { Integers } from './integers.js';
import { scoreOf, type Suitability } from './suitability.js';

/** Who may take which slot, each pair taken alone, and what the pair is worth. Pairs of volunteer `v` begin at `first[v]`. */
export interface Candidates {
  readonly first: Int32Array;
  readonly slot: Int32Array;
  readonly score: Int32Array;
}

/** Looks only at shifts that lie in a volunteer's free time: no list of all pairs. */
export function findCandidates(instance: MatchingInstance, suitability: Suitability): Candidates {
  const { shifts, slots, volunteers, rules } = instance;
  const slotsOf: number[][] = shifts.map(() => []);
  for (const [index, { shift, max }] of slots.entries()) if (max > 0) slotsOf[shift]!.push(index);
  const byStart = [...shifts.keys()]
    .filter((index) => slotsOf[index]!.length > 0)
    .sort((one, other) => shifts[one]!.start - shifts[other]!.start);
  const starts = Float64Array.from(byStart, (index) => shifts[index]!.start);

  const first = new Int32Array(volunteers.length + 1);
  const slot = new Integers();
  const score = new Integers();
  for (const [index, volunteer] of volunteers.entries()) {
    const person = suitability.person(volunteer);
    const seen = new Set<number>();
    for (const [from, to] of volunteer.availability) {
      for (let place = firstAtOrAfter(starts, from); place < byStart.length && starts[place]! < to; place += 1) {
        const shiftIndex = byStart[place]!;
        const shift = shifts[shiftIndex]!;
        if (shift.end > to || seen.has(shiftIndex) || shift.end - shift.start > volunteer.maxWeek) continue;
        seen.add(shiftIndex);
        const metres = metresToShift(volunteer, shift, instance);
        if (metres > volunteer.maxDistance) continue;
        for (const slotIndex of slotsOf[shiftIndex]!) {
          if (volunteer.age < rules.adultAge && slots[slotIndex]!.dangerous) continue;
          if (!suitability.isSkilled(person, slotIndex)) continue;
          slot.add(slotIndex);
          score.add(scoreOf(suitability.parts(person, slotIndex, metres)));
        }
      }
    }
    first[index + 1] = slot.length;
  }
  return { first, slot: slot.whole(), score: score.whole() };
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
