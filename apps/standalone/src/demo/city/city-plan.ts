import type { CalendarDate } from './calendar-dates.js';
import type { Certificate } from './certificates.js';
import type { Sex } from './names.js';

/** Everything the demo will hold, as data. The same seed and day give the same plan. */
export interface CityPlan {
  readonly events: readonly PlannedEvent[];
  /** In the order they come: who signs up first has the seat. */
  readonly people: readonly PlannedPerson[];
}

export interface PlannedPerson {
  readonly name: string;
  readonly phone: string;
  readonly language: 'zh-CN' | 'en';
  readonly birthDate: CalendarDate;
  readonly sex: Sex;
  /** Of a township. */
  readonly area: string;
  /** Of the unassigned area 331199, so of nobody. */
  readonly residentId?: string;
  readonly donor?: PlannedDonor;
  readonly volunteer?: PlannedVolunteer;
}

export type BloodProduct = 'whole-blood' | 'platelets';

export interface PlannedDonor {
  readonly bloodType?: { readonly abo: 'A' | 'B' | 'AB' | 'O'; readonly rhD: 'positive' | 'negative' };
  /** Oldest first. */
  readonly history: readonly PlannedDonation[];
  readonly bloodIntent?: PlannedBloodIntent;
  /** What became of the consent to be contacted; nobody is asked who registers no intent. */
  readonly bloodContact: 'granted' | 'withdrawn' | 'not-asked';
  readonly stemCell?: PlannedStemCellIntent;
  /** Oldest first; only the last one counts. */
  readonly organDecisions: readonly PlannedOrganDecision[];
}

export interface PlannedDonation {
  readonly product: BloodProduct;
  readonly donatedOn: CalendarDate;
  /** Whole blood in millilitres, platelets in units. */
  readonly amount: number;
  readonly recordedBy: 'citizen' | 'coordinator';
}

export interface PlannedBloodIntent {
  readonly product: BloodProduct;
  readonly volumeMl?: 200 | 300 | 400;
  readonly preferredDays: readonly string[];
  /** Whether the person does the pre-screen first and brings its receipt. */
  readonly preScreened: boolean;
  readonly withdrawn: boolean;
}

export interface PlannedStemCellIntent {
  readonly contacts: readonly PlannedContact[];
  /** Within the cooling-off. */
  readonly withdrawn: boolean;
}

export interface PlannedContact {
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
}

export type OrganItem = 'heart' | 'lung' | 'liver' | 'kidney' | 'pancreas' | 'small-intestine' | 'cornea' | 'body';

export interface PlannedOrganDecision {
  readonly decision: 'opt-in' | 'refuse' | 'none';
  readonly items?: readonly OrganItem[];
  readonly form: 'written' | 'will';
  readonly executor?: PlannedContact;
  readonly kinInformed: 'told' | 'not-yet' | 'no-answer';
}

export interface PlannedVolunteer {
  readonly skills: readonly PlannedSkill[];
  readonly languages: readonly string[];
  readonly availability: readonly PlannedWindow[];
  readonly guardian?: { readonly name: string; readonly phone: string };
  readonly consent: 'granted' | 'withdrawn';
  /** Where, how much and what they would like. */
  readonly wishes?: PlannedWishes;
  /** Keys of shifts, in the order of signing up. */
  readonly signUps: readonly string[];
}

export interface PlannedWishes {
  readonly home: { readonly lat: number; readonly lng: number };
  readonly radiusKm: number;
  readonly hoursPerWeek?: number;
  readonly roleWishes: readonly { readonly role: string; readonly wish: number }[];
  readonly availabilityExceptions: readonly {
    readonly date: CalendarDate;
    readonly windows: readonly PlannedWindow[];
  }[];
}

export interface PlannedSkill {
  readonly code: string;
  readonly certificate?: Certificate;
}

export interface PlannedWindow {
  readonly weekday: string;
  readonly from: string;
  readonly to: string;
}

export interface PlannedEvent {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly place: { readonly name: string; readonly area: string; readonly lat?: number; readonly lng?: number };
  readonly date: CalendarDate;
  readonly risk: 'low' | 'medium' | 'high';
  readonly description: string;
  readonly insurance?: string;
  readonly priority?: number;
  readonly languages?: readonly string[];
  /** Name of the branch it is held by. */
  readonly branch: string;
  readonly shifts: readonly PlannedShift[];
}

export interface PlannedShift {
  /** Of the event and the place among its shifts: `joint-day/2`. */
  readonly key: string;
  readonly role: string;
  readonly fromHour: number;
  readonly toHour: number;
  readonly min: number;
  readonly max: number;
  readonly requiredSkills: readonly string[];
  readonly preferredSkills?: readonly string[];
  /** How many people would like to come: more than `max` makes a wait list. */
  readonly wanted: number;
}
