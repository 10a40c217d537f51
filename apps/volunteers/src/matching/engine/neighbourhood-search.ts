import { assignOnce } from './assign-once.js';
import { type Candidates, scoreOf, skillEnds } from './candidates.js';
import { distance } from './distance.js';
import type { MatchingInstance } from './instance.js';
import { type Components, levelsOf, unevenness } from './levels.js';
import { type ScalarWeights, scalarWeights } from './scalar-objective.js';
import type { WorkingPlan } from './working-plan.js';

/** From 0 up to, but without, 1. */
export type Random = () => number;

export interface Move {
  /** Who may move. */
  readonly volunteers: readonly number[];
  /** The slot that each of them gives up for the moment, or -1. */
  readonly givesUp: (volunteer: number) => number;
  /** Added to the score of each pair, whole: to come to places that a true view does not lead to. */
  readonly noise?: () => number;
}

const nothing = -1;
const mostScore = 1_000;
/** The most that `noise` may add. */
export const mostNoise = 300;

/**
 * Moves many at once, each volunteer by one slot, as well as that can be done: some give up one of theirs, and an exact assignment hands
 * out all seats that are free then. What they had is one of the ways, so no move makes a plan worse.
 */
export class NeighbourhoodSearch {
  private readonly weights: ScalarWeights;
  private readonly previous: ReadonlySet<number>;
  private readonly scores = new Map<number, number>();
  private readonly minBonus: Float64Array;
  private readonly maxBonus: Float64Array;
  private readonly min: Int32Array;
  private readonly max: Int32Array;

  constructor(
    private readonly instance: MatchingInstance,
    private readonly candidates: Candidates,
    private readonly plan: WorkingPlan,
  ) {
    const { slots, shifts, events, volunteers, fairnessUnit, levels } = instance;
    const longest = shifts.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    const mostFairness = volunteers.reduce(
      (most, { served, maxWeek }) => Math.max(most, unevenness(served + 3 * maxWeek, longest, fairnessUnit)),
      0,
    );
    const moves = 2 * Math.min(slots.length, volunteers.length) + 1;
    this.weights = scalarWeights(levels, {
      minFill: 2 * events.reduce((most, { priority }) => Math.max(most, priority), 0),
      maxFill: 2,
      score: moves * (mostScore + mostNoise),
      fairness: moves * mostFairness,
      stability: moves,
    });
    this.previous = new Set(instance.previous.map(([volunteer, slot]) => this.keyOf(volunteer, slot)));
    this.min = Int32Array.from(slots, ({ min }) => min);
    this.max = Int32Array.from(slots, ({ max }) => max);
    this.minBonus = Float64Array.from(
      slots,
      ({ shift }) => this.weights.minFill * events[shifts[shift]!.event]!.priority,
    );
    this.maxBonus = new Float64Array(slots.length).fill(this.weights.maxFill);
    for (const volunteer of volunteers.keys()) {
      for (let pair = candidates.first[volunteer]!; pair < candidates.first[volunteer + 1]!; pair += 1) {
        this.scores.set(this.keyOf(volunteer, candidates.slot[pair]!), candidates.score[pair]!);
      }
    }
    for (const [volunteer, slot] of instance.locked) {
      const person = volunteers[volunteer]!;
      const metres = distance(person.home, shifts[slots[slot]!.shift]!.place, instance);
      this.scores.set(this.keyOf(volunteer, slot), scoreOf(instance, person, skillEnds(person), slot, metres));
    }
  }

  /** @returns the levels of the plan as it is */
  levels(): number[] {
    return levelsOf(this.instance, this.components());
  }

  /** @returns how many hold something else than before */
  move({ volunteers, givesUp, noise = () => 0 }: Move): number {
    const { plan, candidates, weights } = this;
    const given = volunteers.map(givesUp);
    for (const [index, volunteer] of volunteers.entries()) {
      if (given[index] !== nothing) plan.remove(volunteer, given[index]!);
    }
    const first = new Int32Array(volunteers.length + 1);
    const slots: number[] = [];
    const values: number[] = [];
    for (const [index, volunteer] of volunteers.entries()) {
      for (let pair = candidates.first[volunteer]!; pair < candidates.first[volunteer + 1]!; pair += 1) {
        const slot = candidates.slot[pair]!;
        if (plan.count[slot]! >= this.max[slot]! || !plan.fits(volunteer, slot)) continue;
        slots.push(slot);
        values.push(
          weights.score * (candidates.score[pair]! + noise()) +
            weights.fairness * this.moreUneven(volunteer, slot) +
            (this.previous.has(this.keyOf(volunteer, slot)) ? weights.stability : 0),
        );
      }
      first[index + 1] = slots.length;
    }
    const taken = assignOnce({
      people: volunteers.length,
      slots: this.instance.slots.length,
      first,
      slot: Int32Array.from(slots),
      weight: Float64Array.from(values),
      taken: plan.count,
      min: this.min,
      max: this.max,
      minBonus: this.minBonus,
      maxBonus: this.maxBonus,
    });
    let moved = 0;
    for (const [index, volunteer] of volunteers.entries()) {
      const slot = taken[index]!;
      if (slot !== nothing) plan.add(volunteer, slot);
      if (slot !== given[index]) moved += 1;
    }
    return moved;
  }

  private components(): Components {
    const { slots, shifts, events, volunteers, fairnessUnit } = this.instance;
    const { count, held, minutes } = this.plan;
    let minFill = 0;
    let maxFill = 0;
    for (const [index, { shift, min, max }] of slots.entries()) {
      minFill += events[shifts[shift]!.event]!.priority * Math.min(count[index]!, min);
      maxFill += Math.max(0, Math.min(count[index]!, max) - min);
    }
    let score = 0;
    let fairness = 0;
    let stability = 0;
    for (const [volunteer, { served }] of volunteers.entries()) {
      fairness += unevenness(served, minutes[volunteer]!, fairnessUnit);
      for (const slot of held[volunteer]!) {
        const key = this.keyOf(volunteer, slot);
        score += this.scores.get(key)!;
        if (this.previous.has(key)) stability += 1;
      }
    }
    return { minFill, maxFill, score, fairness, stability };
  }

  private moreUneven(volunteer: number, slot: number): number {
    const { served } = this.instance.volunteers[volunteer]!;
    const { fairnessUnit } = this.instance;
    const minutes = this.plan.minutes[volunteer]!;
    return (
      unevenness(served, minutes + this.plan.lengthOf(slot), fairnessUnit) - unevenness(served, minutes, fairnessUnit)
    );
  }

  private keyOf(volunteer: number, slot: number): number {
    return volunteer * this.instance.slots.length + slot;
  }
}
