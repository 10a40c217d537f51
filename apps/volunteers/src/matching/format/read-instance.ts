import { z } from 'zod';
import type { MatchingInstance, Pair } from '../engine/instance.js';

const minuteMilliseconds = 60_000;

/** ISO 8601 with an offset, whole minutes, whether or not they are written with their seconds. */
const minute = z
  .union([z.iso.datetime({ offset: true, precision: -1 }), z.iso.datetime({ offset: true })])
  .transform((text) => Date.parse(text) / minuteMilliseconds)
  .refine(Number.isInteger, 'not a whole minute');
const whole = z.number().int();
const ids = z.array(z.string());

const slotShape = z.object({
  id: z.string(),
  role: z.string(),
  min: whole.min(0),
  max: whole.min(0),
  required: ids,
  preferred: ids,
  min_star: whole,
});

const shiftShape = z.object({
  id: z.string(),
  start: minute,
  end: minute,
  lat_e6: whole,
  lng_e6: whole,
  slots: z.array(slotShape),
});

const volunteerShape = z.object({
  id: z.string(),
  lat_e6: whole,
  lng_e6: whole,
  max_distance_m: whole.min(0),
  max_week_min: whole.min(0),
  age: whole,
  star: whole,
  served_min: whole.min(0),
  languages: ids,
  skills: z.array(z.object({ id: z.string(), expires: minute.nullable() })),
  availability: z.array(z.tuple([minute, minute])),
  prefs: z.record(z.string(), whole.min(0).max(5)),
});

const levelShape = z.partialRecord(z.enum(['min_fill', 'max_fill', 'score', 'fairness', 'stability']), whole);

/** `match-bench/1`, as matching-format.md describes it. */
export const instanceShape = z.object({
  format: z.literal('match-bench/1'),
  id: z.string(),
  rules: z.object({
    max_assignments: whole.min(0).nullable(),
    short_gap_min: whole,
    long_shift_min: whole,
    long_rest_min: whole,
    week_min: whole.min(1),
    adult_age: whole,
  }),
  geo: z.object({ m_per_deg: whole, coslat_ppm: whole }),
  fairness: z.object({ unit_min: whole.min(1) }),
  levels: z.array(levelShape),
  roles: z.array(z.object({ id: z.string(), dangerous: z.boolean() })),
  events: z.array(z.object({ id: z.string(), priority: whole.min(0), languages: ids, shifts: z.array(shiftShape) })),
  volunteers: z.array(volunteerShape),
  locked: z.array(z.tuple([z.string(), z.string()])),
  previous: z.array(z.tuple([z.string(), z.string()])),
});

export interface NamedInstance extends MatchingInstance {
  readonly id: string;
}

/** @throws ZodError for anything else, and Error for a pair of somebody or something that is not there */
export function readInstance(json: unknown): NamedInstance {
  const read = instanceShape.parse(json);
  const shifts = read.events.flatMap(({ shifts }, event) => shifts.map((shift) => ({ ...shift, event })));
  const slots = shifts.flatMap(({ slots }, shift) => slots.map((slot) => ({ ...slot, shift })));
  const dangerousRoles = new Set(read.roles.filter(({ dangerous }) => dangerous).map(({ id }) => id));
  const volunteerIndex = new Map(read.volunteers.map(({ id }, index) => [id, index]));
  const slotIndex = new Map(slots.map(({ id }, index) => [id, index]));
  const pair = ([volunteer, slot]: readonly [string, string]): Pair => {
    const found = [volunteerIndex.get(volunteer), slotIndex.get(slot)] as const;
    if (found[0] === undefined || found[1] === undefined) throw new Error(`There is no ${volunteer} or no ${slot}`);
    return [found[0], found[1]];
  };
  return {
    id: read.id,
    rules: {
      maxAssignments: read.rules.max_assignments,
      shortGap: read.rules.short_gap_min,
      longShift: read.rules.long_shift_min,
      longRest: read.rules.long_rest_min,
      week: read.rules.week_min,
      adultAge: read.rules.adult_age,
    },
    metresPerDegree: read.geo.m_per_deg,
    cosineOfLatitude: read.geo.coslat_ppm,
    fairnessUnit: read.fairness.unit_min,
    levels: read.levels.map(({ min_fill: minFill, max_fill: maxFill, ...others }) => ({
      ...(minFill === undefined ? {} : { minFill }),
      ...(maxFill === undefined ? {} : { maxFill }),
      ...others,
    })),
    events: read.events.map(({ id, priority, languages }) => ({ id, priority, languages })),
    shifts: shifts.map(({ id, event, start, end, lat_e6: latitude, lng_e6: longitude }) => {
      return { id, event, start, end, place: { latitude, longitude } };
    }),
    slots: slots.map(({ min_star: minStar, ...slot }) => ({
      ...slot,
      minStar,
      dangerous: dangerousRoles.has(slot.role),
    })),
    volunteers: read.volunteers.map((volunteer) => ({
      id: volunteer.id,
      home: { latitude: volunteer.lat_e6, longitude: volunteer.lng_e6 },
      maxDistance: volunteer.max_distance_m,
      maxWeek: volunteer.max_week_min,
      age: volunteer.age,
      star: volunteer.star,
      served: volunteer.served_min,
      languages: volunteer.languages,
      skills: volunteer.skills,
      availability: volunteer.availability,
      wishes: volunteer.prefs,
    })),
    locked: read.locked.map(pair),
    previous: read.previous.map(pair),
    forbidden: [],
  };
}
