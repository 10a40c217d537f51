import { seededRandom } from '@sanxian/shared/testing';

export interface InstanceSize {
  readonly volunteers: number;
  readonly shifts: number;
  /** Nobody takes more than one; else as many as the other rules allow. */
  readonly oneShift: boolean;
  readonly days: number;
  readonly seed: number;
  /** How many of their days people are free, of 1. */
  readonly freeShare?: number;
  /** How much farther than usual they go. */
  readonly reach?: number;
}

const skills = [
  'first_aid',
  'logistics',
  'aed',
  'driver',
  'teach',
  'leader',
  'rescue',
  'nurse',
  'radio',
  'psych',
  'sign',
];
/** How many of a hundred hold it. */
const held = [44, 38, 32, 19, 15, 11, 10, 10, 9, 9, 5];
const roles = [
  { id: 'helper', required: [], weight: 24 },
  { id: 'aider', required: ['first_aid'], weight: 21 },
  { id: 'desk', required: [], weight: 15 },
  { id: 'driver', required: ['driver'], weight: 13 },
  { id: 'leader', required: ['leader', 'first_aid'], weight: 10 },
  { id: 'nurse', required: ['nurse'], weight: 8 },
  { id: 'rescuer', required: ['rescue', 'first_aid'], weight: 5 },
  { id: 'signer', required: ['sign'], weight: 4 },
] as const;
const south = 30_100_000;
const west = 119_970_000;
const spread = { latitude: 300_000, longitude: 395_000 };
const firstDay = Date.parse('2026-03-02T00:00:00+08:00');
const minute = 60_000;
const day = 1_440;

/** An instance in the neutral format, in the likeness of a county's month: the same for the same seed. */
export function generateInstance(size: InstanceSize) {
  const { volunteers, shifts, oneShift, days, seed, freeShare = 0.5, reach = 1 } = size;
  const random = seededRandom(seed);
  const some = <T>(choices: readonly T[], share: number): T[] => choices.filter(() => random.next() < share);
  const at = (minutes: number): string =>
    new Date(firstDay + (minutes + 480) * minute).toISOString().replace(':00.000Z', '+08:00');
  const point = () => ({
    lat_e6: south + random.integer(0, spread.latitude),
    lng_e6: west + random.integer(0, spread.longitude),
  });
  const role = (): (typeof roles)[number] => {
    let left = random.integer(1, 100);
    return roles.find(({ weight }) => (left -= weight) <= 0) ?? roles[0];
  };
  const slot = (id: string) => {
    const { id: roleId, required } = role();
    const min = random.pick([0, 1, 1, 1, 1, 2, 2, 3, 4]);
    const max = Math.max(1, min) + random.pick([0, 0, 0, 1, 1, 2]);
    const preferred = some(skills, 0.2).slice(0, 2);
    return {
      id,
      role: roleId,
      min,
      max,
      required: [...required],
      preferred,
      min_star: random.pick([0, 0, 0, 1, 2, 3]),
    };
  };
  const events = Array.from({ length: Math.ceil(shifts / 3) }, (_, event) => {
    const place = point();
    return {
      id: `e${event}`,
      priority: random.pick([1, 1, 2, 3, 5]),
      languages: some(['wu', 'yue', 'en'], 0.1),
      shifts: Array.from({ length: Math.min(3, shifts - 3 * event) }, (_shift, index) => {
        const id = `s${3 * event + index}`;
        const start = random.integer(0, days - 1) * day + random.integer(12, 40) * 30;
        const end = start + random.pick([120, 180, 240, 240, 360, 480, 600]);
        const slots = Array.from({ length: random.integer(2, 7) }, (_slot, number) => slot(`${id}.${number}`));
        return { id, start: at(start), end: at(end), ...place, slots };
      }),
    };
  });
  const people = Array.from({ length: volunteers }, (_, index) => ({
    id: `v${index}`,
    ...point(),
    max_distance_m: Math.round(reach * random.pick([5_000, 8_000, 12_000, 12_000, 20_000, 20_000, 40_000])),
    max_week_min: random.pick([240, 360, 480, 480, 600, 720, 960, 1_440]),
    age: random.integer(14, 68),
    star: random.pick([0, 0, 0, 1, 1, 2, 3, 4, 5]),
    served_min: random.pick([0, 0, random.integer(0, 40) * 60, random.integer(0, 150) * 60]),
    languages: ['zh', ...some(['wu', 'yue', 'en'], 0.3)],
    skills: skills
      .filter((_skill, skill) => random.integer(1, 100) <= held[skill]!)
      .map((id) => ({ id, expires: random.next() < 0.7 ? null : at(random.integer(0, 2 * days) * day) })),
    availability: Array.from({ length: days }, (_day, date) => date)
      .filter(() => random.next() < freeShare)
      .map((date) => {
        const from = date * day + random.pick([480, 480, 720, 1_080]);
        return [at(from), at(from + random.pick([480, 600, 840, 1_080]))] as const;
      }),
    prefs: Object.fromEntries(some(roles, 0.2).map(({ id }) => [id, random.integer(0, 5)])),
  }));
  return {
    format: 'match-bench/1',
    id: `generated-${volunteers}x${shifts}-${seed}`,
    tz: 'Asia/Shanghai',
    rules: {
      max_assignments: oneShift ? 1 : null,
      short_gap_min: 30,
      long_shift_min: 360,
      long_rest_min: 480,
      week_min: 7 * day,
      adult_age: 18,
    },
    geo: { m_per_deg: 111_195, coslat_ppm: 863_836 },
    fairness: { unit_min: 60 },
    levels: [{ min_fill: 1 }, { max_fill: 1 }, { score: 2, fairness: -1, stability: 300 }],
    roles: roles.map(({ id }) => ({ id, dangerous: id === 'rescuer' })),
    events,
    volunteers: people,
    locked: [],
    previous: [],
  };
}
