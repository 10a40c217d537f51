import { generateInstance } from './generate-instance.js';

type Generated = ReturnType<typeof generateInstance>;

const size = { volunteers: 120, shifts: 60, days: 14, oneShift: false, seed: 5 };

const withSlots = (instance: Generated, change: (slot: Generated['events'][0]['shifts'][0]['slots'][0]) => object) => ({
  ...instance,
  events: instance.events.map((event) => ({
    ...event,
    shifts: event.shifts.map((shift) => ({
      ...shift,
      slots: shift.slots.map((slot) => ({ ...slot, ...change(slot) })),
    })),
  })),
});

/** Made to mislead: each where somebody else's way of matching goes wrong, or where there is nothing to find. */
export const adversarialInstances: Readonly<Record<string, () => object>> = {
  'scarce skills held by generalists': () => {
    const instance = withSlots(generateInstance(size), ({ required }) => ({
      required: required.length > 0 ? ['nurse'] : [],
    }));
    // Nine in ten can only help; the tenth can do everything, and suits every seat best.
    const people = instance.volunteers.map((volunteer, index) => ({
      ...volunteer,
      skills: index % 10 === 0 ? ['nurse', 'driver', 'leader'].map((id) => ({ id, expires: null })) : [],
      star: index % 10 === 0 ? 5 : 0,
    }));
    return { ...instance, id: 'scarce-generalists', volunteers: people };
  },
  'impossible minimums': () => ({
    ...withSlots(generateInstance(size), ({ min }) => ({ min: 20 + min, max: 30 + min })),
    id: 'impossible-minimums',
  }),
  ties: () => {
    const instance = withSlots(generateInstance(size), () => ({
      required: [],
      preferred: [],
      role: 'helper',
      min: 1,
      max: 2,
    }));
    const [first] = instance.volunteers;
    return {
      ...instance,
      id: 'ties',
      volunteers: instance.volunteers.map(({ id }) => ({ ...first!, id, max_distance_m: 60_000 })),
    };
  },
  'over midnight and a clock change': () => {
    // In the night to 29 March clocks in Berlin go forward by an hour.
    const shifts = Array.from({ length: 24 }, (_, index) => {
      const day = 26 + Math.floor(index / 6);
      const date = (of: number) => `2026-${of <= 31 ? '03' : '04'}-${String(of <= 31 ? of : of - 31).padStart(2, '0')}`;
      return {
        id: `s${index}`,
        start: `${date(day)}T21:00:00+01:00`,
        end: day < 28 ? `${date(day + 1)}T06:00:00+01:00` : `${date(day + 1)}T06:00:00+02:00`,
        lat_e6: 30_200_000,
        lng_e6: 120_000_000,
        slots: [{ id: `s${index}.0`, role: 'helper', min: 2, max: 3, required: [], preferred: [], min_star: 0 }],
      };
    });
    const instance = generateInstance(size);
    return {
      ...instance,
      id: 'midnight-and-clock-change',
      events: [{ id: 'e0', priority: 1, languages: [], shifts }],
      volunteers: instance.volunteers.slice(0, 40).map((volunteer) => ({
        ...volunteer,
        max_distance_m: 60_000,
        availability: [['2026-03-26T12:00:00+01:00', '2026-04-01T12:00:00+02:00']],
      })),
    };
  },
  'everything locked': () => {
    const instance = generateInstance(size);
    const slots = instance.events.flatMap(({ shifts }) => shifts.flatMap((shift) => shift.slots));
    const locked = slots.flatMap(({ id, max }, index) =>
      Array.from({ length: max }, (_, seat) => [`v${(7 * index + seat) % size.volunteers}`, id]),
    );
    return { ...instance, id: 'everything-locked', locked };
  },
  'nobody available': () => {
    const instance = generateInstance(size);
    return {
      ...instance,
      id: 'nobody-available',
      volunteers: instance.volunteers.map((volunteer) => ({ ...volunteer, availability: [] })),
    };
  },
};
