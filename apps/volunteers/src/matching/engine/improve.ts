import type { Candidates } from './candidates.js';
import type { MatchingInstance } from './instance.js';
import { mostNoise, NeighbourhoodSearch, type Random } from './neighbourhood-search.js';
import type { WorkingPlan } from './working-plan.js';

export interface ImproveOptions {
  readonly random: Random;
  /** How much of the budget is used up: 0 at the start, 1 at the end. */
  readonly spent: () => number;
}

const nothing = -1;
const day = 1_440;
/** So long the seats come first, whoever sits in them. */
const seatsFirst = 0.5;
/** How many of the first levels speak of seats. */
const seatLevels = 2;

/**
 * Makes a plan better until the budget is used up: takes some assignments back, hands the seats out again in moves that are each
 * the best there is, and keeps what is no worse. In the first half what is no worse in seats is kept, mostly, whatever it is otherwise;
 * from then on it goes up from the best plan so far. The plan ends as the best of all.
 */
export function improve(
  instance: MatchingInstance,
  candidates: Candidates,
  plan: WorkingPlan,
  { random, spent }: ImproveOptions,
): void {
  const search = new NeighbourhoodSearch(instance, candidates, plan);
  const volunteers = [...instance.volunteers.keys()];
  const ableFor = volunteersBySlot(instance, candidates);
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
  const free = (volunteer: number): number[] => plan.held[volunteer]!.filter((slot) => !plan.isLocked(volunteer, slot));
  const startOf = (slot: number): number => instance.shifts[instance.slots[slot]!.shift]!.start;

  const add = (noise?: () => number): number =>
    search.move({ volunteers, givesUp: () => nothing, ...(noise ? { noise } : {}) });
  const exchange = (noise?: () => number): void => {
    const givesUp = (volunteer: number): number => {
      const own = random() < 0.7 ? free(volunteer) : [];
      return own.length > 0 ? pick(own) : nothing;
    };
    search.move({ volunteers, givesUp, ...(noise ? { noise } : {}) });
  };
  /** Some of what lies around one moment. */
  const clearTime = (): void => {
    const width = day * (0.1 + 3 * random() ** 2);
    const center = pick(instance.shifts).start;
    const share = 0.2 + 0.5 * random();
    for (const volunteer of volunteers) {
      for (const slot of free(volunteer)) {
        if (Math.abs(startOf(slot) - center) < width && random() < share) plan.remove(volunteer, slot);
      }
    }
  };
  /** What keeps some of those who could take a seat from it. */
  const clearFor = (seat: number): void => {
    const width = day * (random() < 0.5 ? 0.7 : 7);
    for (let people = 1 + Math.floor(random() * 8); people > 0; people -= 1) {
      const volunteer = pick(ableFor[seat]!);
      for (const slot of free(volunteer)) {
        if (Math.abs(startOf(slot) - startOf(seat)) < width) plan.remove(volunteer, slot);
      }
    }
  };
  const openSeats = (): number[] =>
    [...instance.slots.keys()].filter((slot) => {
      const { min, max } = instance.slots[slot]!;
      const wanted = random() < 0.2 ? max : min;
      return plan.count[slot]! < wanted && ableFor[slot]!.length > 0;
    });
  const change = (): void => {
    const seats = random() < 0.25 ? openSeats() : [];
    if (seats.length > 0) clearFor(pick(seats));
    else if (random() < 0.4) return exchange();
    else clearTime();
    const loudness = random() < 0.5 ? Math.floor(random() * mostNoise) : 0;
    const noise = loudness > 0 ? () => Math.floor(random() * loudness) : undefined;
    add(noise);
    add(noise);
    exchange(noise);
    exchange();
    exchange();
  };

  while (add() > 0 && spent() < 1);
  let best = { levels: search.levels(), held: plan.snapshot() };
  let levels = best.levels;
  let wandering = true;
  while (spent() < 1) {
    if (wandering && spent() >= seatsFirst) {
      wandering = false;
      plan.restore(best.held);
      levels = best.levels;
    }
    const before = plan.snapshot();
    change();
    const now = search.levels();
    const worse = firstWorse(now, levels);
    if (worse !== nothing && (worse < seatLevels || random() > (wandering ? 0.9 : 0.02))) plan.restore(before);
    else levels = now;
    if (isBetter(levels, best.levels)) best = { levels, held: plan.snapshot() };
  }
  plan.restore(best.held);
}

function volunteersBySlot({ slots }: MatchingInstance, { first, slot }: Candidates): number[][] {
  const able: number[][] = slots.map(() => []);
  for (let volunteer = 0; volunteer + 1 < first.length; volunteer += 1) {
    for (let pair = first[volunteer]!; pair < first[volunteer + 1]!; pair += 1) able[slot[pair]!]!.push(volunteer);
  }
  return able;
}

const firstDifference = (one: readonly number[], other: readonly number[]): number =>
  one.findIndex((level, place) => level !== other[place]);

/** @returns the level on which it is, or -1 */
function firstWorse(one: readonly number[], other: readonly number[]): number {
  const level = firstDifference(one, other);
  return level >= 0 && one[level]! < other[level]! ? level : nothing;
}

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const level = firstDifference(one, other);
  return level >= 0 && one[level]! > other[level]!;
}
