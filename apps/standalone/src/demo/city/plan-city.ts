import type { CalendarDate } from './calendar-dates.js';
import { Chance } from './chance.js';
import type { CityPlan, PlannedPerson } from './city-plan.js';
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
/** The village keeps the joint day and the next study day. */
const villageEvents = 2;
const shareShowingAnId = { donors: 0.08, volunteers: 0.15 };

/** @param today the day the demo was begun, from which everything is reckoned */
export function planCity(
  { seed, today, size }: { readonly seed: number; readonly today: CalendarDate; readonly size: DemoSize },
  weekendRule: WeekendRule = 'monday-after',
): CityPlan {
  const names = new Names();
  const residents = new Residents(today, names);
  const events = planEvents(today, weekendRule);
  const notable = notablePeople(today, residents, names, new Chance(seed, 'notable people'));
  if (size === 'village') {
    const kept = events.slice(0, villageEvents);
    return { events: kept, people: withoutOtherEvents(notable, kept) };
  }
  const people = [...notable, ...furtherPeople(notable, { seed, today, residents, names })];
  return { events, people: withSignUps(people, events, today, new Chance(seed, 'sign-ups')) };
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
