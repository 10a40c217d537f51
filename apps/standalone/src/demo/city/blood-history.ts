import { type CalendarDate, earlier, later } from './calendar-dates.js';
import type { Chance } from './chance.js';
import type { BloodProduct, PlannedDonation } from './city-plan.js';

/** How long after one product the other may be given (domain.md: CN-INT-WW, WP, PW, PP). */
const pause = {
  'whole-blood': { 'whole-blood': { months: 6 }, platelets: { months: 3 } },
  platelets: { 'whole-blood': { weeks: 4 }, platelets: { weeks: 2 } },
} as const;

/** How somebody gives: how often, how long they let pass beyond what is asked, and what. */
export type Habit = 'now-and-then' | 'regularly' | 'platelets' | 'both';

const habits: Readonly<
  Record<Habit, { readonly times: readonly [number, number]; readonly idleDays: readonly [number, number] }>
> = {
  'now-and-then': { times: [1, 2], idleDays: [60, 900] },
  regularly: { times: [3, 6], idleDays: [3, 150] },
  platelets: { times: [3, 7], idleDays: [2, 50] },
  both: { times: [3, 6], idleDays: [3, 120] },
};

/**
 * Donations that end with the given one, planned backwards so that every pause is kept, from the first day on.
 * @param notBefore the day the person came of age
 */
export function donationsUpTo(
  last: { readonly donatedOn: CalendarDate; readonly product: BloodProduct },
  habit: Habit,
  notBefore: CalendarDate,
  chance: Chance,
): PlannedDonation[] {
  const { times, idleDays } = habits[habit];
  const donations = [donation(last.product, last.donatedOn, chance)];
  for (let left = chance.integer(...times) - 1; left > 0; left -= 1) {
    const product = habit === 'both' ? chance.pick(['whole-blood', 'platelets'] as const) : last.product;
    const latest = latestBefore(donations, product);
    const donatedOn = earlier(latest, { days: chance.integer(...idleDays) });
    if (donatedOn < notBefore) break;
    donations.unshift(donation(product, donatedOn, chance));
  }
  return donations;
}

/** The first day on which the product may be given again. */
export function nextDate(history: readonly PlannedDonation[], product: BloodProduct): CalendarDate | undefined {
  return history
    .map((given) => later(given.donatedOn, pause[given.product][product]))
    .toSorted()
    .at(-1);
}

/** The last day on which the product could be given without disturbing any of the donations after it. */
function latestBefore(donations: readonly PlannedDonation[], product: BloodProduct): CalendarDate {
  const days = donations.map((given) => earlier(given.donatedOn, pause[product][given.product]));
  return days.toSorted()[0]!;
}

function donation(product: BloodProduct, donatedOn: CalendarDate, chance: Chance): PlannedDonation {
  const amount =
    product === 'whole-blood'
      ? chance.weighted([
          [200, 2],
          [300, 4],
          [400, 4],
        ])
      : chance.pick([1, 2]);
  return { product, donatedOn, amount, recordedBy: chance.happens(0.55) ? 'coordinator' : 'citizen' };
}
