import { type CalendarDate, earlier, later } from './calendar-dates.js';
import type { Chance } from './chance.js';
import type { PlannedPerson } from './city-plan.js';
import { counties, isHomeOfTheShe, type Township } from './lishui.js';
import { type Names, type Sex } from './names.js';
import { residentIdOf } from './resident-ids.js';

/** Ages from the first up to, but without, the second, and how many of them there are. */
export type AgePyramid = readonly (readonly [range: readonly [from: number, below: number], weight: number])[];

const womenShare = 0.52;

/** Who lives in the demo: names, numbers and birthdays are invented, and no two people share a name or a number. */
export class Residents {
  private phones = 0;
  private contactPhones = 0;
  private idSerials = 0;

  constructor(
    private readonly today: CalendarDate,
    private readonly names: Names,
  ) {}

  settle(chance: Chance, ages: AgePyramid, idShare: number): Omit<PlannedPerson, 'donor' | 'volunteer'> {
    const home = this.township(chance);
    const sex: Sex = chance.happens(womenShare) ? 'female' : 'male';
    const birthDate = this.birthDate(chance, ages);
    const name = this.names.give(chance, sex, Number(birthDate.slice(0, 4)), isHomeOfTheShe(home) ? 0.45 : 0.015);
    return {
      name,
      phone: this.nextPhone(),
      language: 'zh-CN',
      birthDate,
      sex,
      area: home.code,
      ...(chance.happens(idShare) ? { residentId: this.nextResidentId(birthDate, sex) } : {}),
    };
  }

  nextPhone(): string {
    this.phones += 1;
    return `1990001${String(this.phones).padStart(4, '0')}`;
  }

  /** Of people who are only named by others. */
  nextContactPhone(): string {
    this.contactPhones += 1;
    return `1990002${String(this.contactPhones).padStart(4, '0')}`;
  }

  nextResidentId(birthDate: CalendarDate, sex: Sex): string {
    this.idSerials += 2;
    return residentIdOf(birthDate, this.idSerials + (sex === 'male' ? 1 : 0));
  }

  /** More people live in the streets of a town than in the townships round it. */
  private township(chance: Chance): Township {
    const { townships } = chance.weighted(counties.map((county) => [county, county.weight] as const));
    return chance.weighted(townships.map((place) => [place, place.name.endsWith('街道') ? 5 : 1] as const));
  }

  private birthDate(chance: Chance, ages: AgePyramid): CalendarDate {
    const [from, below] = chance.weighted(ages);
    const youngest = earlier(this.today, { years: from });
    return later(earlier(youngest, { years: below - from }), { days: chance.integer(1, 365 * (below - from)) });
  }
}
