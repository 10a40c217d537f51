import { certificateFrom, certificateUntil } from './certificates.js';
import { type CalendarDate, later, yearsBetween } from './calendar-dates.js';
import type { Chance } from './chance.js';
import type { PlannedPerson, PlannedSkill, PlannedVolunteer, PlannedWindow, PlannedWishes } from './city-plan.js';
import { countyOf } from './lishui.js';
import { isShe, type Names } from './names.js';
import type { AgePyramid, Residents } from './residents.js';

type Resident = Omit<PlannedPerson, 'donor' | 'volunteer'>;

export const volunteerAges: AgePyramid = [
  [[16, 18], 3],
  [[18, 26], 27],
  [[26, 36], 22],
  [[36, 46], 19],
  [[46, 56], 14],
  [[56, 71], 15],
];

const adult = 18;

/** What takes a certificate that ends. */
const certified: ReadonlySet<string> = new Set([
  'first-aider',
  'first-aid-instructor',
  'search-and-rescue',
  'water-rescue',
]);

/** What people can do besides lending a hand, by what they do in life: the age it takes, and how many do it. */
const callings: readonly {
  readonly weight: number;
  readonly from: number;
  readonly skills: readonly string[];
  /** Further skills, each with how often of 1 it is there. */
  readonly perhaps?: Readonly<Record<string, number>>;
}[] = [
  { weight: 26, from: 16, skills: ['publicity'], perhaps: { photographer: 0.15 } },
  { weight: 8, from: 16, skills: [] },
  { weight: 22, from: 18, skills: ['first-aider'], perhaps: { publicity: 0.35 } },
  { weight: 10, from: 21, skills: ['driver'], perhaps: { 'relief-logistics': 0.5 } },
  { weight: 5, from: 20, skills: ['relief-logistics'], perhaps: { driver: 0.4 } },
  { weight: 6, from: 17, skills: ['photographer'], perhaps: { publicity: 0.5 } },
  { weight: 8, from: 22, skills: ['nurse'], perhaps: { 'first-aider': 0.6 } },
  { weight: 4, from: 26, skills: ['doctor'] },
  { weight: 3, from: 24, skills: ['lab-technician'] },
  { weight: 3, from: 25, skills: ['psychologist'] },
  { weight: 4, from: 24, skills: ['public-health'], perhaps: { publicity: 0.5 } },
  { weight: 7, from: 20, skills: ['search-and-rescue', 'first-aider'], perhaps: { 'water-rescue': 0.45, driver: 0.4 } },
  { weight: 4, from: 25, skills: ['first-aid-instructor', 'first-aider'] },
];

/** When people have time: hours of their usual week. */
const weeks: readonly (readonly [readonly PlannedWindow[], number])[] = [
  [windows(['sat', 'sun'], '08:00', '18:00'), 40],
  [windows(['sat'], '08:00', '12:00'), 12],
  [windows(['mon', 'tue', 'wed', 'thu', 'fri'], '18:30', '21:00'), 12],
  [windows(['tue', 'thu'], '08:30', '16:30'), 10],
  [windows(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], '08:00', '20:00'), 8],
  [[], 18],
];

const hoursOfWeeks: readonly (readonly [number | null, number])[] = [
  [null, 40],
  [4, 20],
  [8, 30],
  [16, 10],
];

/** Kilometres. */
const radii: readonly (readonly [number, number])[] = [
  [5, 15],
  [10, 30],
  [20, 35],
  [60, 20],
];

/** What somebody of the demo can do for others, and until when. */
export class Volunteers {
  constructor(
    private readonly today: CalendarDate,
    private readonly residents: Residents,
    private readonly names: Names,
  ) {}

  become(resident: Resident, chance: Chance): PlannedVolunteer {
    const age = yearsBetween(resident.birthDate, this.today);
    return {
      skills: this.skills(resident, age, chance).map((code) => this.skill(code, resident, chance)),
      languages: languages(resident, chance),
      availability: chance.weighted(weeks),
      ...(age < adult ? { guardian: this.guardian(resident, chance) } : {}),
      consent: age >= adult && chance.happens(0.03) ? 'withdrawn' : 'granted',
      wishes: this.wishes(resident, chance),
      signUps: [],
    };
  }

  /** Somewhere around the seat of their county; one in ten is away on one of the next days. */
  private wishes({ area }: Resident, chance: Chance): PlannedWishes {
    const { lat, lng } = countyOf(area).centre;
    const near = (degrees: number) => Math.round(1e6 * (degrees + chance.integer(-50, 50) / 1_000)) / 1e6;
    const hours = chance.weighted(hoursOfWeeks);
    return {
      home: { lat: near(lat), lng: near(lng) },
      radiusKm: chance.weighted(radii),
      ...(hours === null ? {} : { hoursPerWeek: hours }),
      roleWishes: chance.happens(0.4) ? [{ role: chance.pick(['资料发放', '引导', '急救演示助手']), wish: 4 }] : [],
      availabilityExceptions: chance.happens(0.1)
        ? [{ date: later(this.today, { days: chance.integer(1, 30) }), windows: [] }]
        : [],
    };
  }

  private guardian({ name, birthDate }: Resident, chance: Chance): PlannedVolunteer['guardian'] {
    const birthYear = Number(birthDate.slice(0, 4)) - 28;
    return {
      name: this.names.giveRelative(chance, name, chance.pick(['male', 'female']), birthYear),
      phone: this.residents.nextContactPhone(),
    };
  }

  private skills({ name }: Resident, age: number, chance: Chance): string[] {
    const possible = callings.filter(({ from }) => age >= from);
    const { skills, perhaps = {} } = chance.weighted(possible.map((calling) => [calling, calling.weight] as const));
    const further = Object.entries(perhaps).flatMap(([skill, share]) => (chance.happens(share) ? [skill] : []));
    const dialect = chance.happens(isShe(name) ? 0.8 : 0.04) ? ['dialect-interpreter'] : [];
    return [...skills, ...further, ...dialect];
  }

  private skill(code: string, { birthDate }: Resident, chance: Chance): PlannedSkill {
    if (!certified.has(code)) return { code };
    const earliest = later(birthDate, { years: adult });
    const certificate = certificateUntil(this.expiry(chance));
    return { code, certificate: certificate.issuedOn < earliest ? certificateFrom(earliest) : certificate };
  }

  /** One in nine has let the certificate lapse, one in eight is about to. */
  private expiry(chance: Chance): CalendarDate {
    const [from, to] = chance.weighted([
      [[-300, -4], 11],
      [[4, 60], 13],
      [[61, 1_080], 76],
    ] as const);
    return later(this.today, { days: chance.integer(from, to) });
  }
}

/** Everybody speaks Chinese; some She speak their own language, some learned English abroad. */
function languages({ name, area }: Resident, chance: Chance): string[] {
  const she = chance.happens(isShe(name) ? 0.85 : 0.01) ? ['shx'] : [];
  const english = chance.happens(area.startsWith('331121') ? 0.3 : 0.12) ? ['en'] : [];
  return ['zh', ...she, ...english];
}

function windows(days: readonly string[], from: string, to: string): PlannedWindow[] {
  return days.map((weekday) => ({ weekday, from, to }));
}
