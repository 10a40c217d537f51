import { metresToShift } from '../engine/distance.js';
import type { MatchingInstance, Pair } from '../engine/instance.js';
import { scoreOf, type ScoreParts, Suitability } from '../engine/suitability.js';
import type { Bar, MatchingTask } from '../model/build-instance.js';
import type { ObstacleCode } from '../obstacle-codes.js';
import { type Obstacle, obstaclesOf, pairKey, type Plan } from './obstacles.js';

/** Why a seat stays empty. */
export type EmptySeatReason =
  /** Nobody can ever sit there. */
  | 'nobody-qualifies'
  /** Whoever could is worth more where they are. */
  | 'used-elsewhere'
  /** Whoever could is kept by rest or hours. */
  | 'rest-or-hours'
  | Bar;

/** What would bring somebody to an empty seat, all else being as it is. */
export interface Relaxation {
  readonly code: Exclude<ObstacleCode, 'forbidden' | 'overlaps'>;
  /** How many people it would bring. */
  readonly people: number;
  /** The least for the first of them: metres or minutes; not given where that is no number. */
  readonly by?: number;
  readonly skill?: string;
}

export interface EmptySeats {
  readonly slot: number;
  readonly seats: number;
  /** So many of them are needed for the minimum. */
  readonly missing: number;
  readonly reason: EmptySeatReason;
  /** People by what keeps them, the first of several: everybody but those who sit there. */
  readonly kept: Readonly<Partial<Record<ObstacleCode, number>>>;
  /** Slots that people hold who could come, the most frequent first. */
  readonly elsewhere: readonly { readonly slot: number; readonly people: number }[];
  /** The most fruitful first. */
  readonly relaxations: readonly Relaxation[];
}

/** A volunteer and a shift that they do not have. */
export interface NotChosen {
  readonly slot: number;
  /** `seats-taken`: they could come, but others who could fill the seats, and the plan is better so. */
  readonly code: ObstacleCode | Bar | 'seats-taken';
  readonly obstacle?: Obstacle;
}

const kept: ReadonlySet<ObstacleCode> = new Set(['overlaps', 'rest-too-short', 'weekly-limit']);

/** Says of a plan why it is as it is. */
export class PlanExplanation {
  private readonly plan: Plan & { readonly held: number[][] };
  private readonly suitability: Suitability;
  private readonly instance: MatchingInstance;

  constructor(
    private readonly task: MatchingTask,
    pairs: readonly Pair[],
  ) {
    const { instance } = task;
    this.instance = instance;
    this.suitability = new Suitability(instance);
    this.plan = {
      held: instance.volunteers.map(() => []),
      forbidden: new Set(instance.forbidden.map(([volunteer, slot]) => pairKey(volunteer, slot))),
    };
    for (const [volunteer, slot] of pairs) this.plan.held[volunteer]!.push(slot);
  }

  /** What makes the score of a pair. */
  parts([volunteer, slot]: Pair): ScoreParts & { readonly score: number } {
    const { volunteers, shifts, slots } = this.instance;
    const person = this.suitability.person(volunteers[volunteer]!);
    const metres = metresToShift(person.volunteer, shifts[slots[slot]!.shift]!, this.instance);
    const parts = this.suitability.parts(person, slot, metres);
    return { ...parts, score: scoreOf(parts) };
  }

  /** Of every shift to be filled that has empty seats. */
  emptySeats(): EmptySeats[] {
    const taken = new Int32Array(this.instance.slots.length);
    for (const held of this.plan.held) for (const slot of held) taken[slot]! += 1;
    return Array.from({ length: this.task.shifts }, (_, slot) => slot)
      .filter((slot) => taken[slot]! < this.task.seats[slot]!.max)
      .map((slot) => this.emptySeatsOf(slot, taken[slot]!));
  }

  /** "Why not me?", for every shift to be filled that the volunteer does not have. */
  notChosen(volunteer: number): NotChosen[] {
    const bar = this.task.barredVolunteers.get(volunteer);
    return Array.from({ length: this.task.shifts }, (_, slot) => slot)
      .filter((slot) => !this.plan.held[volunteer]!.includes(slot))
      .map((slot): NotChosen => {
        const barred = bar ?? this.task.barredShifts.get(slot);
        if (barred) return { slot, code: barred };
        const [obstacle] = obstaclesOf(this.instance, this.plan, volunteer, slot, 1);
        return obstacle ? { slot, code: obstacle.code, obstacle } : { slot, code: 'seats-taken' };
      });
  }

  private emptySeatsOf(slot: number, taken: number): EmptySeats {
    const { min, max } = this.task.seats[slot]!;
    const counts: Partial<Record<ObstacleCode, number>> = {};
    const elsewhere = new Map<number, number>();
    const relaxations: Tally = new Map();
    let isRuled = false;
    for (const [volunteer, held] of this.plan.held.entries()) {
      if (held.includes(slot) || this.task.barredVolunteers.has(volunteer)) continue;
      // Who is kept by one thing alone would come without it: more than two say nothing more.
      const obstacles = obstaclesOf(this.instance, this.plan, volunteer, slot, 2);
      const [first] = obstacles;
      if (!first) continue;
      counts[first.code] = (counts[first.code] ?? 0) + 1;
      if (kept.has(first.code)) {
        if (first.code !== 'overlaps') isRuled = true;
        for (const { other } of obstacles) {
          if (other !== undefined) elsewhere.set(other, (elsewhere.get(other) ?? 0) + 1);
        }
      }
      if (obstacles.length === 1) count(first, relaxations);
    }
    const barred = this.task.barredShifts.get(slot);
    return {
      slot,
      seats: max - taken,
      missing: Math.max(0, min - taken),
      reason:
        barred ??
        (elsewhere.size > 0 && counts.overlaps ? 'used-elsewhere' : isRuled ? 'rest-or-hours' : 'nobody-qualifies'),
      kept: counts,
      elsewhere: [...elsewhere]
        .map(([other, people]) => ({ slot: other, people }))
        .sort((one, other) => other.people - one.people),
      relaxations: [...relaxations.values()].sort((one, other) => other.people - one.people),
    };
  }
}

/** By code and skill. */
type Tally = Map<string, Relaxation>;

function count({ code, by, skill }: Obstacle, tally: Tally): void {
  if (code === 'forbidden' || code === 'overlaps') return;
  const key = `${code}/${skill ?? ''}`;
  const known = tally.get(key);
  const least = by === undefined ? {} : { by: Math.min(known?.by ?? by, by) };
  tally.set(key, { code, people: (known?.people ?? 0) + 1, ...least, ...(skill === undefined ? {} : { skill }) });
}
