import type { TimeSpan } from '../shifts/working-time.policy.js';
import type { Point } from './engine/instance.js';

/** A free time of one day, `HH:MM` in Asia/Shanghai; `24:00` is the end of the day. */
export interface FreeTime {
  readonly from: string;
  readonly to: string;
}

/** What matching knows of a shift. */
export interface ShiftFacts extends TimeSpan {
  readonly id: string;
  readonly eventId: string;
  readonly role: string;
  readonly minSeats: number;
  readonly maxSeats: number;
  readonly requiredSkills: readonly string[];
  readonly preferredSkills: readonly string[];
  readonly minStar: number;
}

export interface EventFacts {
  readonly id: string;
  readonly priority: number;
  readonly languages: readonly string[];
  readonly place: Point | null;
  readonly isDangerous: boolean;
  readonly isInsured: boolean;
}

/** What matching knows of a volunteer who consents to volunteer service. */
export interface VolunteerFacts {
  readonly personId: string;
  /** What they say of themselves. */
  readonly skills: readonly string[];
  readonly certificates: readonly { readonly skill: string; readonly expiresOn: string | null }[];
  readonly languages: readonly string[];
  readonly availability: readonly (FreeTime & { readonly weekday: string })[];
  readonly exceptions: readonly { readonly date: string; readonly windows: readonly FreeTime[] }[];
  readonly home: Point | null;
  readonly radiusKm: number;
  readonly hoursPerWeek: number | null;
  readonly wishes: readonly { readonly role: string; readonly wish: number }[];
  readonly birthDate: string | null;
  readonly hasGuardian: boolean;
  readonly star: number;
  /** Minutes of service in the year before. */
  readonly served: number;
  /** Seats and places on wait lists, in the shifts to be filled and elsewhere, at least those of the week before and after. */
  readonly signUps: readonly (TimeSpan & { readonly shiftId: string; readonly isConfirmed: boolean })[];
}

/** A volunteer and a shift. */
export interface Place {
  readonly personId: string;
  readonly shiftId: string;
}

export interface MatchingFacts {
  readonly events: readonly EventFacts[];
  /** Those to be filled. */
  readonly shifts: readonly ShiftFacts[];
  readonly volunteers: readonly VolunteerFacts[];
  /** Kept, whatever the rules say. */
  readonly locked: readonly Place[];
  readonly forbidden: readonly Place[];
  /** Of the plan that this one follows; to be kept where it costs little. */
  readonly previous: readonly Place[];
}
