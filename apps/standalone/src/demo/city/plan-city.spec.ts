import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedDonation, PlannedPerson } from './city-plan.js';
import { counties } from './lishui.js';
import { planCity } from './plan-city.js';

/** An ordinary day, ends of months, and a leap day. */
const plans = ['2026-11-25', '2026-08-30', '2028-02-29', '2026-12-31'].map((today, seed) => ({ today, seed }));

describe.each(plans)('the city of seed $seed on $today', ({ today, seed }) => {
  const plan = planCity({ seed, today, size: 'city' });
  const { people, events } = plan;
  const giving = people.flatMap(({ donor, ...person }) => (donor ? [{ ...person, donor }] : []));
  const helping = people.flatMap(({ volunteer, ...person }) => (volunteer ? [{ ...person, volunteer }] : []));
  const donations = giving.flatMap((person) => person.donor.history.map((given) => ({ ...given, person })));
  const addDays = (days: number) => DateTime.fromISO(today).plus({ days }).toISODate()!;

  it('is the same whenever it is planned, and another with another seed', () => {
    expect(JSON.stringify(planCity({ seed, today, size: 'city' }))).toBe(JSON.stringify(plan));
    const other = planCity({ seed: seed + 1_000, today, size: 'city' });
    expect(other.people.map(({ name }) => name)).not.toEqual(people.map(({ name }) => name));
  });

  it('has the people it should have', () => {
    expect([giving.length, helping.length, people.length]).toEqual([300, 120, 390]);
  });

  it('has a number and a name for each of them, and none twice', () => {
    const contacts = [
      ...giving.flatMap(({ donor }) => donor.stemCell?.contacts ?? []),
      ...giving.flatMap(({ donor }) => donor.organDecisions.flatMap(({ executor }) => executor ?? [])),
      ...helping.flatMap(({ volunteer }) => volunteer.guardian ?? []),
    ];
    const all = [...people, ...contacts];
    expect(twice(all.map(({ phone }) => phone))).toEqual([]);
    expect(twice(people.map(({ name }) => name))).toEqual([]);
    expect(all.filter(({ phone }) => !/^199000[12]\d{4}$/.test(phone))).toEqual([]);
    expect(all.filter(({ name }) => !/^(\p{Script=Han}{2,4}|Emma Hughes)$/u.test(name))).toEqual([]);
  });

  it('shows resident IDs only of an area nobody lives in, and right ones', () => {
    const shown = people.flatMap(({ residentId, ...person }) => (residentId ? [{ ...person, residentId }] : []));
    expect(shown.length).toBeGreaterThan(25);
    expect(twice(shown.map(({ residentId }) => residentId))).toEqual([]);
    for (const { residentId, birthDate, sex } of shown) {
      expect(residentId).toMatch(new RegExp(`^331199${birthDate.replaceAll('-', '')}\\d{3}[\\dX]$`));
      expect(Number(residentId[16]) % 2).toBe(sex === 'male' ? 1 : 0);
      expect(remainderOf(residentId)).toBe(1);
    }
  });

  it('lives in all nine counties, most where most people live', () => {
    const codes = new Set(counties.flatMap(({ townships }) => townships.map(({ code }) => code)));
    expect(people.filter(({ area }) => !codes.has(area))).toEqual([]);
    const inCounty = counties.map(({ code }) => people.filter(({ area }) => area.startsWith(code)).length);
    expect(Math.min(...inCounty)).toBeGreaterThanOrEqual(5);
    expect(inCounty[0]).toBeGreaterThan(inCounty[5]!);
    expect(new Set(people.map(({ area }) => area)).size).toBeGreaterThan(80);
  });

  it('has She families above all where She live', () => {
    const townships = counties.flatMap((county) => county.townships).filter(({ name }) => name.includes('畲族'));
    const homes = ['331127', ...townships.map(({ code }) => code)];
    const atHome = ({ area }: PlannedPerson) => homes.some((home) => area.startsWith(home));
    const she = people.filter(({ name }) => /^[蓝雷钟]/.test(name));
    expect(she.length).toBeGreaterThan(8);
    expect(shareOf(she, atHome)).toBeGreaterThan(shareOf(people, atHome) * 2);
  });

  it('has ages that fit what people do', () => {
    const donorAges = giving.map((person) => ageOf(person, today)).toSorted((a, b) => a - b);
    const median = donorAges[150]!;
    expect(donorAges[0]).toBeGreaterThanOrEqual(18);
    expect(donorAges.at(-1)).toBeLessThan(80);
    expect([median > 28, median < 42]).toEqual([true, true]);
    expect(donorAges.filter((age) => age >= 56).length).toBeGreaterThan(8);
    for (const person of helping) {
      const age = ageOf(person, today);
      expect([age >= 16, age <= 70]).toEqual([true, true]);
      expect(person.volunteer.guardian !== undefined).toBe(age < 18);
    }
    expect(helping.some(({ volunteer }) => volunteer.guardian)).toBe(true);
  });

  it('has given blood at an age to give it, and never in the future', () => {
    expect(donations.length).toBeGreaterThan(500);
    const odd = donations.filter(({ donatedOn, person }) => {
      const age = ageOf(person, donatedOn);
      return donatedOn > today || age < 18 || age > 55;
    });
    expect(odd).toEqual([]);
  });

  it('has kept every interval between donations, and 24 times of platelets a year', () => {
    for (const { donor } of giving) {
      expect(pairs(donor.history).filter(([earlier, later]) => later.donatedOn < allowedAfter(earlier, later))).toEqual(
        [],
      );
    }
    const platelets = giving.map(({ donor }) => donor.history.filter(({ product }) => product === 'platelets'));
    expect(platelets.filter((given) => given.length > 2).length).toBeGreaterThan(10);
    const tooOften = platelets.filter((given) =>
      given.some(({ donatedOn }, index) => given[index + 24] && given[index + 24]!.donatedOn < plusYear(donatedOn)),
    );
    expect(tooOften).toEqual([]);
  });

  it('mixes donors who came once, come again, and have not come yet; some may again within days', () => {
    const times = giving.map(({ donor }) => donor.history.length);
    expect(times.filter((count) => count === 0).length).toBeGreaterThan(40);
    expect(times.filter((count) => count === 1).length).toBeGreaterThan(20);
    expect(times.filter((count) => count >= 3).length).toBeGreaterThan(90);
    const byCoordinator = shareOf(donations, ({ recordedBy }) => recordedBy === 'coordinator');
    expect([byCoordinator > 0.4, byCoordinator < 0.7]).toEqual([true, true]);
    const soon = giving.filter(({ donor }) => {
      const due = donor.history
        .map((given) => allowedAfter(given, { product: 'whole-blood' }))
        .toSorted()
        .at(-1);
      return due !== undefined && due >= today && due <= addDays(10);
    });
    expect(soon.length).toBeGreaterThan(5);
  });

  it('has wishes of every kind, taken back and refused ones too', () => {
    const gifts = giving.map(({ donor }) => donor);
    expect(gifts.filter(({ bloodIntent }) => bloodIntent && !bloodIntent.withdrawn).length).toBeGreaterThan(120);
    expect(gifts.some(({ bloodIntent }) => bloodIntent?.withdrawn)).toBe(true);
    expect(gifts.some(({ bloodContact }) => bloodContact === 'withdrawn')).toBe(true);
    expect(gifts.filter((gift) => (gift.bloodContact === 'not-asked') !== (gift.bloodIntent === undefined))).toEqual(
      [],
    );
    const stemCell = giving.filter(({ donor }) => donor.stemCell);
    expect(stemCell.length).toBeGreaterThan(20);
    expect(stemCell.some(({ donor }) => donor.stemCell?.withdrawn)).toBe(true);
    expect(stemCell.filter((one) => ageOf(one, today) > 45 || one.donor.stemCell?.contacts.length !== 2)).toEqual([]);
    const decided = gifts.filter(({ organDecisions }) => organDecisions.length > 0);
    expect(decided.length).toBeGreaterThan(40);
    const current = new Set(decided.map(({ organDecisions }) => organDecisions.at(-1)!.decision));
    expect(current).toEqual(new Set(['opt-in', 'refuse', 'none']));
    for (const { items = [], executor, form } of decided.flatMap(({ organDecisions }) => organDecisions)) {
      expect([items.includes('body'), executor !== undefined]).toEqual([form === 'will', form === 'will']);
    }
  });

  it('has the people the README names', () => {
    const called = (name: string) => people.find((person) => person.name === name)!;
    const due = called('郑可欣')
      .donor!.history.map((given) => allowedAfter(given, { product: 'whole-blood' }))
      .at(-1)!;
    // 29 to 31 August come half a year after no day, so sometimes it is a little sooner.
    expect([due >= today, due <= addDays(3)]).toEqual([true, true]);
    expect(called('梅若兰').donor!.history.at(-1)).toMatchObject({ product: 'platelets', donatedOn: addDays(-6) });
    expect(called('陈大山').volunteer!.skills[0]!.certificate!.expiresOn < today).toBe(true);
    const expiring = called('雷小梅').volunteer!.skills[0]!.certificate!.expiresOn;
    expect([expiring > today, expiring <= addDays(20)]).toEqual([true, true]);
    const [onlySeat] = helping.filter(({ volunteer }) => volunteer.signUps.includes('joint-day/6'));
    expect(onlySeat!.name).toBe('周宁雨');
    expect(events[0]!.shifts[6]!.max).toBe(1);
    expect(called('叶知秋').volunteer!.signUps).toEqual(['joint-day/6']);
    const table = readFileSync(join(import.meta.dirname, '../../../../../README.md'), 'utf8');
    const promised = [...table.matchAll(/\| `?(199 0001 \d{4})`? +\| (.+?) +\|/g)];
    expect(promised.length).toBeGreaterThan(8);
    for (const [, phone, name] of promised) expect(called(name!).phone).toBe(phone!.replaceAll(' ', ''));
  });

  it('has many who tell and bandage, and few doctors', () => {
    const skills = helping.flatMap(({ volunteer }) => volunteer.skills.map(({ code }) => code));
    const who = (code: string) => skills.filter((skill) => skill === code).length;
    for (const common of ['publicity', 'first-aider']) expect(who(common)).toBeGreaterThan(20);
    for (const scarce of ['doctor', 'psychologist', 'lab-technician', 'first-aid-instructor']) {
      expect([scarce, who(scarce) > 0, who(scarce) < 16]).toEqual([scarce, true, true]);
    }
    expect(who('organ-coordinator')).toBe(0);
    expect(new Set(helping.flatMap(({ volunteer }) => volunteer.languages))).toEqual(new Set(['zh', 'en', 'shx']));
  });

  it('has certificates of three years, some lapsed and some about to', () => {
    const held = helping.flatMap(({ volunteer }) => volunteer.skills.flatMap(({ certificate }) => certificate ?? []));
    for (const { issuedOn, expiresOn } of held) {
      expect(DateTime.fromISO(issuedOn).plus({ years: 3 }).toISODate()).toBe(expiresOn);
      expect(issuedOn <= today).toBe(true);
    }
    expect(held.filter(({ expiresOn }) => expiresOn < today).length).toBeGreaterThan(1);
    expect(held.filter(({ expiresOn }) => expiresOn > today && expiresOn <= addDays(60)).length).toBeGreaterThan(1);
  });

  it('holds twelve events of every kind within eight weeks, the joint day of three organisations on a Sunday', () => {
    expect(events).toHaveLength(12);
    expect(new Set(events.map(({ kind }) => kind)).size).toBe(9);
    expect(events.filter(({ date }) => date <= today || date > addDays(56))).toEqual([]);
    const [jointDay] = events;
    expect(DateTime.fromISO(jointDay!.date).weekday).toBe(7);
    for (const organisation of ['丽水市红十字会', '护理系', '中心医院医技']) {
      expect(jointDay!.description).toContain(organisation);
    }
  });

  it('signs people up at most once a day, for what they can do on that day', () => {
    const all = events.flatMap((event) => event.shifts.map((shift) => ({ event, ...shift })));
    for (const person of helping) {
      const own = person.volunteer.signUps.map((key) => all.find((shift) => shift.key === key)!);
      expect(twice(own.map(({ event }) => event.date))).toEqual([]);
      for (const { event, requiredSkills } of own) {
        if (event.risk !== 'low') expect(ageOf(person, today)).toBeGreaterThanOrEqual(18);
        const holds = person.volunteer.skills.filter(
          ({ certificate }) => !certificate || certificate.expiresOn >= event.date,
        );
        expect(requiredSkills.filter((code) => !holds.some((skill) => skill.code === code))).toEqual([]);
      }
    }
  });

  it('has empty, partly filled and full shifts, and people who wait', () => {
    const signUps = helping.flatMap(({ volunteer }) => volunteer.signUps);
    const states = events.flatMap(({ shifts }) =>
      shifts.map(({ key, max }) => {
        const count = signUps.filter((other) => other === key).length;
        return count === 0 ? 'empty' : count < max ? 'partly filled' : count === max ? 'full' : 'waited for';
      }),
    );
    expect(new Set(states)).toEqual(new Set(['empty', 'partly filled', 'full', 'waited for']));
    expect(signUps.length).toBeGreaterThan(70);
  });
});

it('plans a village of a few people who sign up for what is held there', () => {
  const { events, people } = planCity({ seed: 1, today: '2026-11-25', size: 'village' });
  expect(people.length).toBeLessThan(10);
  const held = events.flatMap(({ shifts }) => shifts.map(({ key }) => key));
  const signUps = people.flatMap(({ volunteer }) => volunteer?.signUps ?? []);
  expect(signUps.length).toBeGreaterThan(3);
  expect(signUps.filter((key) => !held.includes(key))).toEqual([]);
});

function ageOf({ birthDate }: Pick<PlannedPerson, 'birthDate'>, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** GB 11643: weighted by powers of two modulo 11, the whole number leaves 1. */
function remainderOf(residentId: string): number {
  return [...residentId].reduce((sum, digit) => (sum * 2 + (digit === 'X' ? 10 : Number(digit))) % 11, 0);
}

function pairs(history: readonly PlannedDonation[]): (readonly [earlier: PlannedDonation, later: PlannedDonation])[] {
  return history.flatMap((later, index) => history.slice(0, index).map((earlier) => [earlier, later] as const));
}

/** CN-INT-WW, WP, PW and PP, written down anew. */
function allowedAfter({ donatedOn, product }: PlannedDonation, next: Pick<PlannedDonation, 'product'>): string {
  const whole = product === 'whole-blood';
  const pause =
    next.product === 'whole-blood' ? (whole ? { months: 6 } : { days: 28 }) : whole ? { months: 3 } : { days: 14 };
  return DateTime.fromISO(donatedOn).plus(pause).toISODate()!;
}

function plusYear(date: string): string {
  return DateTime.fromISO(date).plus({ years: 1 }).toISODate()!;
}

function shareOf<T>(items: readonly T[], is: (item: T) => boolean): number {
  return items.filter(is).length / items.length;
}

function twice(items: readonly string[]): string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}
