import { type CalendarDate, later, yearsBetween } from './calendar-dates.js';
import type { Chance } from './chance.js';
import type { PlannedEvent, PlannedPerson, PlannedShift, PlannedVolunteer } from './city-plan.js';

const mostEventsEach = 3;
const adult = 18;

/** Lets as many people sign up as each shift says would like to: everybody at most once a day, and for what they can do. */
export function withSignUps(
  people: readonly PlannedPerson[],
  events: readonly PlannedEvent[],
  today: CalendarDate,
  chance: Chance,
): PlannedPerson[] {
  const taken = new Map(people.map((person) => [person, [...(person.volunteer?.signUps ?? [])]]));
  const known = new Map(
    events.flatMap(({ date, shifts }) => shifts.map((shift) => [shift.key, { date, shift }] as const)),
  );
  for (const { event, shift } of scarceFirst(events)) {
    const alreadyIn = people.filter((person) => taken.get(person)?.includes(shift.key)).length;
    const willing = people.filter((person) => {
      const own = taken.get(person)!.map((key) => known.get(key)!);
      const isFree = own.length < mostEventsEach && own.every(({ date }) => date !== event.date);
      return isFree && hasHours(person, own, { date: event.date, shift }) && mayTake(person, shift, event, today);
    });
    for (const person of nearFirst(chance.shuffled(willing), event).slice(0, Math.max(0, shift.wanted - alreadyIn))) {
      taken.get(person)!.push(shift.key);
    }
  }
  return people.map((person) => signedUpFor(person, taken.get(person)!));
}

/** Drops sign-ups for what is not held. */
export function withoutOtherEvents(people: readonly PlannedPerson[], events: readonly PlannedEvent[]): PlannedPerson[] {
  const held = new Set(events.flatMap(({ shifts }) => shifts.map(({ key }) => key)));
  return people.map((person) => signedUpFor(person, person.volunteer?.signUps.filter((key) => held.has(key)) ?? []));
}

function signedUpFor(person: PlannedPerson, signUps: readonly string[]): PlannedPerson {
  return person.volunteer ? { ...person, volunteer: { ...person.volunteer, signUps } } : person;
}

/** Shifts that ask for a skill find their people before these have promised their day to something else. */
function scarceFirst(events: readonly PlannedEvent[]): { event: PlannedEvent; shift: PlannedShift }[] {
  const all = events.flatMap((event) => event.shifts.map((shift) => ({ event, shift })));
  return all.toSorted((a, b) => b.shift.requiredSkills.length - a.shift.requiredSkills.length);
}

/** People of the county come first, then the rest. */
function nearFirst(people: readonly PlannedPerson[], event: PlannedEvent): PlannedPerson[] {
  const county = event.place.area.slice(0, 6);
  const isFar = ({ area }: PlannedPerson) => Number(!area.startsWith(county));
  return people.toSorted((a, b) => isFar(a) - isFar(b));
}

interface Taken {
  readonly date: CalendarDate;
  readonly shift: PlannedShift;
}

/** Whether all that lies within a week of the shift leaves hours for it. */
function hasHours({ volunteer }: PlannedPerson, own: readonly Taken[], { date, shift }: Taken): boolean {
  const most = volunteer?.wishes?.hoursPerWeek ?? Infinity;
  const near = own.filter((other) => other.date > later(date, { days: -8 }) && other.date < later(date, { days: 8 }));
  const hours = [...near.map((other) => other.shift), shift].map(({ fromHour, toHour }) => toHour - fromHour);
  return hours.reduce((sum, length) => sum + length, 0) <= most;
}

function mayTake(
  { volunteer, birthDate }: PlannedPerson,
  shift: PlannedShift,
  { date, risk }: PlannedEvent,
  today: CalendarDate,
): boolean {
  if (volunteer?.consent !== 'granted') return false;
  if (risk !== 'low' && yearsBetween(birthDate, today) < adult) return false;
  return shift.requiredSkills.every((skill) => hasSkillOn(volunteer, skill, date));
}

/** A lapsed certificate is no skill any more. */
function hasSkillOn({ skills }: PlannedVolunteer, code: string, date: CalendarDate): boolean {
  return skills.some((skill) => skill.code === code && (!skill.certificate || skill.certificate.expiresOn >= date));
}
