/** What is counted: see `../README.md`. Fairness is a cost, everything else a gain. */
export type Component = 'minFill' | 'maxFill' | 'score' | 'fairness' | 'stability';

/** One level of the objective: a sum of components, larger is better. Earlier levels count for everything. */
export type LevelWeights = Readonly<Partial<Record<Component, number>>>;

/** All lengths in elapsed minutes. */
export interface MatchingRules {
  /** Of one person; null for no limit. */
  readonly maxAssignments: number | null;
  readonly shortGap: number;
  /** Who has worked longer than this rests for `longRest`. */
  readonly longShift: number;
  readonly longRest: number;
  /** In any stretch so long, nobody works more than their own limit. */
  readonly week: number;
  readonly adultAge: number;
}

export interface Point {
  /** Millionths of a degree. */
  readonly latitude: number;
  readonly longitude: number;
}

export interface MatchingEvent {
  readonly id: string;
  readonly priority: number;
  /** Who speaks one of them is welcome; empty for any. */
  readonly languages: readonly string[];
}

export interface MatchingShift {
  readonly id: string;
  /** Index into `events`. */
  readonly event: number;
  /** Minutes since 1970. */
  readonly start: number;
  readonly end: number;
  /** Null where it is not known. */
  readonly place: Point | null;
}

/** Seats of one role in one shift. */
export interface Slot {
  readonly id: string;
  /** Index into `shifts`. */
  readonly shift: number;
  readonly role: string;
  readonly min: number;
  readonly max: number;
  readonly required: readonly string[];
  readonly preferred: readonly string[];
  readonly minStar: number;
  /** Not for minors. */
  readonly dangerous: boolean;
}

export interface HeldSkill {
  readonly id: string;
  /** Minutes since 1970; null for one that never ends. */
  readonly expires: number | null;
}

export interface MatchingVolunteer {
  readonly id: string;
  /** Null for somebody who has not said: then no place is too far, and none is near. */
  readonly home: Point | null;
  /** Metres. */
  readonly maxDistance: number;
  /** Minutes in any week. */
  readonly maxWeek: number;
  readonly age: number;
  readonly star: number;
  /** Minutes of earlier service. */
  readonly served: number;
  readonly languages: readonly string[];
  readonly skills: readonly HeldSkill[];
  /** From and to, minutes since 1970. */
  readonly availability: readonly (readonly [number, number])[];
  /** 0 to 5 for a role; 0 for those that are not named. */
  readonly wishes: Readonly<Record<string, number>>;
}

/** Index into `volunteers`, index into `slots`. */
export type Pair = readonly [volunteer: number, slot: number];

export interface MatchingInstance {
  readonly rules: MatchingRules;
  readonly metresPerDegree: number;
  /** Cosine of the latitude in millionths. */
  readonly cosineOfLatitude: number;
  /** Minutes that count as one in fairness. */
  readonly fairnessUnit: number;
  readonly levels: readonly LevelWeights[];
  readonly events: readonly MatchingEvent[];
  readonly shifts: readonly MatchingShift[];
  readonly slots: readonly Slot[];
  readonly volunteers: readonly MatchingVolunteer[];
  /** Kept whatever the rules say of them. */
  readonly locked: readonly Pair[];
  readonly previous: readonly Pair[];
  /** Never made, whatever the rules say of them; of no consequence for locked pairs. */
  readonly forbidden: readonly Pair[];
}
