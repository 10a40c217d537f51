import type { CalendarDate } from './calendar-dates.js';
import { Chance } from './chance.js';
import type { CityPlan, PlannedEvent, PlannedPerson } from './city-plan.js';
import { bloodDonorAges, Donors, elderAges, elderShare } from './donors.js';
import { planEvents } from './events.js';
import { Names } from './names.js';
import { notablePeople } from './notable-people.js';
import { Residents } from './residents.js';
import { withoutOtherEvents, withSignUps } from './sign-ups.js';
import { volunteerAges, Volunteers } from './volunteers.js';
import type { WeekendRule } from './weekend-rule.js';

/** A city to look at, or a village for whoever needs the product rather than its people. */
export type DemoSize = 'city' | 'village';

/** Who gives, who helps, and how many of them do both. */
const counts = { donors: 300, volunteers: 120, both: 30 };
/** What the village keeps: the joint day and a study day, and a handful of people. */
const villageEvents = 2;
const villagers = ['王晓岚', '李思源', '周宁雨', '叶知秋', '郑可欣', '柳青青'];
const studyDaysOnWeekends: WeekendRule = 'monday-after';
const shareShowingAnId = { donors: 0.08, volunteers: 0.15 };

/** What a plan follows from. */
export interface DemoDescription {
  readonly seed: number;
  /** The day the demo was begun, from which everything is reckoned. */
  readonly today: CalendarDate;
  readonly size: DemoSize;
}

export function planCity(description: DemoDescription): CityPlan {
  const { seed, today, size } = description;
  const names = new Names();
  const residents = new Residents(today, names);
  const events = eventsOf(description);
  const notable = notablePeople(today, residents, names, new Chance(seed, 'notable people'));
  if (size === 'village') {
    const people = notable.filter(({ name }) => villagers.includes(name));
    return { events, people: withoutOtherEvents(people, events) };
  }
  const people = [...notable, ...furtherPeople(notable, { seed, today, residents, names })];
  return { events, people: withSignUps(people, events, today, new Chance(seed, 'sign-ups')) };
}

/** What is held, which takes no plan of the people. */
export function eventsOf({ today, size }: DemoDescription): readonly PlannedEvent[] {
  const events = planEvents(today, studyDaysOnWeekends);
  return size === 'village' ? events.slice(0, villageEvents) : events;
}

/** As many as are missing, volunteers first. */
function furtherPeople(
  notable: readonly PlannedPerson[],
  { seed, today, residents, names }: { seed: number; today: CalendarDate; residents: Residents; names: Names },
): PlannedPerson[] {
  const donors = new Donors(today, residents, names);
  const volunteers = new Volunteers(today, residents, names);
  const missing = missingBeside(notable);
  return [
    ...several(missing.both, (index) => {
      const chance = new Chance(seed, `donor and volunteer ${index}`);
      const resident = residents.settle(chance, bloodDonorAges, shareShowingAnId.volunteers);
      return { ...resident, donor: donors.become(resident, chance), volunteer: volunteers.become(resident, chance) };
    }),
    ...several(missing.volunteers, (index) => {
      const chance = new Chance(seed, `volunteer ${index}`);
      const resident = residents.settle(chance, volunteerAges, shareShowingAnId.volunteers);
      return { ...resident, volunteer: volunteers.become(resident, chance) };
    }),
    ...several(missing.donors, (index) => {
      const chance = new Chance(seed, `donor ${index}`);
      const ages = chance.happens(elderShare) ? elderAges : bloodDonorAges;
      const resident = residents.settle(chance, ages, shareShowingAnId.donors);
      return { ...resident, donor: donors.become(resident, chance) };
    }),
  ];
}

/** How many only give, only help, and do both. */
function missingBeside(people: readonly PlannedPerson[]): typeof counts {
  const both = counts.both - people.filter(({ donor, volunteer }) => donor && volunteer).length;
  return {
    both,
    donors: counts.donors - both - people.filter(({ donor }) => donor).length,
    volunteers: counts.volunteers - both - people.filter(({ volunteer }) => volunteer).length,
  };
}

function several<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
