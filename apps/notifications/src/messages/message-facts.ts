import type { BloodIntentRegistered } from '@sanxian/shared/contracts';

/** What a message is about, as it is stored: ids, public names, days and instants; no name or number of a person. */
export interface BloodIntentFacts {
  readonly product: BloodIntentRegistered['product'];
}

export interface CoolingOffFacts {
  /** RFC 3339 instant, shown in Asia/Shanghai. */
  readonly coolingOffEndsAt: string;
}

/** The kind alone says it all. */
export type NoFacts = Readonly<Record<string, never>>;

export interface BloodEligibleAgainFacts extends BloodIntentFacts {
  /** `YYYY-MM-DD` */
  readonly eligibleFrom: string;
}

export interface ShiftFacts {
  readonly eventTitle: string;
  readonly placeName: string;
  readonly role: string;
  /** RFC 3339 instants, shown in Asia/Shanghai. */
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface WaitListFacts extends ShiftFacts {
  readonly position: number;
}

export interface MessageFacts {
  'blood-intent-registered': BloodIntentFacts;
  'blood-intent-withdrawn': BloodIntentFacts;
  'stem-cell-intent-registered': CoolingOffFacts;
  'stem-cell-intent-withdrawn': NoFacts;
  'organ-decision-recorded': NoFacts;
  'blood-eligible-again': BloodEligibleAgainFacts;
  'signed-up': ShiftFacts;
  'wait-listed': WaitListFacts;
  promoted: ShiftFacts;
  assigned: ShiftFacts;
  'event-cancelled': ShiftFacts;
}

export type MessageKind = keyof MessageFacts;
