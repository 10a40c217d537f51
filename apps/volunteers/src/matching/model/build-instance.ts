import { adultAge } from '../../shifts/age.policy.js';
import { workLimits } from '../../shifts/working-time.policy.js';
import type { MatchingEvent, MatchingInstance, MatchingShift, Pair, Point, Slot } from '../engine/instance.js';
import { lacksGuardian, matchingVolunteer } from './matching-volunteer.js';
import type { EventFacts, MatchingFacts, Place, ShiftFacts } from '../matching-facts.js';

/** Why nobody new may take a shift, or why a volunteer may take none, before anything is compared. */
export type Bar = 'insurance-missing' | 'guardian-consent-missing';

/** The task of the engine, with what it needs not know. */
export interface MatchingTask {
  readonly instance: MatchingInstance;
  /** So many slots of the instance, the first ones, are the shifts to be filled, in the order of the facts. */
  readonly shifts: number;
  /** Of each of them, also of those that are barred, whose slots have no seat left. */
  readonly seats: readonly { readonly min: number; readonly max: number }[];
  readonly barredShifts: ReadonlyMap<number, Bar>;
  readonly barredVolunteers: ReadonlyMap<number, Bar>;
}

const metresPerDegree = 111_195;
/** What people do there is worth nothing to this plan: nobody speaks its language, nobody has its stars. */
const elsewhere: MatchingEvent = { id: 'elsewhere', priority: 0, languages: ['elsewhere'] };
const minuteOf = (instant: Date): number => instant.getTime() / 60_000;

/**
 * Turns what is known into the task that the engine solves. One shift is one slot, since its seats are for one role. What people have taken
 * elsewhere becomes slots without a seat to be had, in which they are locked: so it counts for rest, hours and fairness.
 * @param facts with at least one shift
 */
export function buildInstance(facts: MatchingFacts): MatchingTask {
  const { shifts, volunteers } = facts;
  const slotOf = new Map(shifts.map(({ id }, index) => [id, index]));
  const volunteerOf = new Map(volunteers.map(({ personId }, index) => [personId, index]));
  const eventOf = new Map(facts.events.map(({ id }, index) => [id, index]));
  const barredShifts = new Map<number, Bar>();
  const locked: Pair[] = pairsOf(facts.locked, volunteerOf, slotOf);
  const seated = new Set(facts.locked.map(keyOf));
  const away: { readonly slot: Slot; readonly shift: MatchingShift }[] = [];
  for (const [volunteer, { personId, signUps }] of volunteers.entries()) {
    for (const { shiftId, isConfirmed, startsAt, endsAt } of signUps) {
      const slot = isConfirmed ? slotOf.get(shiftId) : undefined;
      if (slot === undefined) {
        const place = shifts.length + away.length;
        away.push(
          slotElsewhere(`${personId}/${shiftId}`, place, facts.events.length, minuteOf(startsAt), minuteOf(endsAt)),
        );
        locked.push([volunteer, place]);
      } else if (!seated.has(keyOf({ personId, shiftId }))) {
        locked.push([volunteer, slot]);
      }
    }
  }
  const taken = new Int32Array(shifts.length);
  for (const [, slot] of locked) if (slot < taken.length) taken[slot]! += 1;
  const slots = shifts.map((shift, index) => {
    const event = facts.events[eventOf.get(shift.eventId)!]!;
    const isOpen = !event.isDangerous || event.isInsured;
    if (!isOpen) barredShifts.set(index, 'insurance-missing');
    return slotOfShift(shift, index, event, isOpen ? shift.maxSeats : taken[index]!);
  });
  const barredVolunteers = new Map<number, Bar>();
  const [from, to] = spanOf(shifts);
  const people = volunteers.map((volunteer, index) => {
    if (lacksGuardian(volunteer, from)) barredVolunteers.set(index, 'guardian-consent-missing');
    return matchingVolunteer(volunteer, from, to);
  });
  const instance: MatchingInstance = {
    rules: {
      maxAssignments: null,
      shortGap: 0,
      longShift: workLimits.longShift,
      longRest: workLimits.longRest,
      week: workLimits.week,
      adultAge,
    },
    metresPerDegree,
    cosineOfLatitude: cosineOf(facts.events.find(({ place }) => place)?.place ?? null),
    fairnessUnit: 60,
    levels: [{ minFill: 1 }, { maxFill: 1 }, { score: 2, fairness: -1, stability: 300 }],
    events: [...facts.events.map(({ id, priority, languages }) => ({ id, priority, languages })), elsewhere],
    shifts: [
      ...shifts.map(({ id, eventId, startsAt, endsAt }): MatchingShift => {
        const event = eventOf.get(eventId)!;
        return { id, event, start: minuteOf(startsAt), end: minuteOf(endsAt), place: facts.events[event]!.place };
      }),
      ...away.map(({ shift }) => shift),
    ],
    slots: [...slots, ...away.map(({ slot }) => slot)],
    volunteers: people,
    locked,
    previous: pairsOf(facts.previous, volunteerOf, slotOf),
    forbidden: pairsOf(facts.forbidden, volunteerOf, slotOf),
  };
  const seats = shifts.map(({ minSeats, maxSeats }) => ({ min: minSeats, max: maxSeats }));
  return { instance, shifts: shifts.length, seats, barredShifts, barredVolunteers };
}

const keyOf = ({ personId, shiftId }: Place): string => `${personId}/${shiftId}`;

/** Of those who are still there. */
function pairsOf(
  places: readonly Place[],
  volunteerOf: ReadonlyMap<string, number>,
  slotOf: ReadonlyMap<string, number>,
): Pair[] {
  return places.flatMap(({ personId, shiftId }): Pair[] => {
    const [volunteer, slot] = [volunteerOf.get(personId), slotOf.get(shiftId)];
    return volunteer === undefined || slot === undefined ? [] : [[volunteer, slot]];
  });
}

function slotOfShift(shift: ShiftFacts, index: number, { isDangerous }: EventFacts, max: number): Slot {
  return {
    id: shift.id,
    shift: index,
    role: shift.role,
    min: Math.min(shift.minSeats, max),
    max,
    required: shift.requiredSkills,
    preferred: shift.preferredSkills,
    minStar: shift.minStar,
    dangerous: isDangerous,
  };
}

function slotElsewhere(id: string, index: number, event: number, start: number, end: number) {
  const slot: Slot = {
    ...{ id, shift: index, role: '', min: 0, max: 0, required: [], preferred: [], minStar: Infinity },
    dangerous: false,
  };
  return { slot, shift: { id, event, start, end, place: null } };
}

function spanOf(shifts: readonly ShiftFacts[]): readonly [Date, Date] {
  const starts = shifts.map(({ startsAt }) => startsAt.getTime());
  const ends = shifts.map(({ endsAt }) => endsAt.getTime());
  return [new Date(Math.min(...starts)), new Date(Math.max(...ends))];
}

const cosineOf = (point: Point | null): number =>
  Math.floor(1_000_000 * Math.cos(((point?.latitude ?? 0) / 1_000_000) * (Math.PI / 180)));
