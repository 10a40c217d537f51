import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { ConsentQueries, PersonFactsQueries, PersonKeys } from '@sanxian/shared/security';
import { type EntityManager, In, LessThanOrEqual, MoreThan } from 'typeorm';
import { VolunteerEvent } from '../events/volunteer-event.entity.js';
import { starsOf } from '../hours/star-ladder.js';
import type { EventFacts, MatchingFacts, ShiftFacts, VolunteerFacts } from '../matching/matching-facts.js';
import { openHome, usualRadiusKm } from '../profiles/describe-profile.js';
import { VolunteerProfile } from '../profiles/volunteer-profile.entity.js';
import { Shift } from '../shifts/shift.entity.js';
import { minutesOf } from '../shifts/working-time.policy.js';
import { type OpenStatus, openStatuses, SignUp } from '../shifts/sign-up.entity.js';
import { GrantedSkill } from '../skills/granted-skill.entity.js';

/** So few at a time that requests are answered in between. */
const batchSize = 200;
const weekMilliseconds = 7 * 86_400_000;
const yearMilliseconds = 365 * 86_400_000;
const million = 1_000_000;

/** Gathers what matching needs to know, as it is at this moment. */
@Injectable()
export class MatchingFactsReader {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly consents: ConsentQueries,
    private readonly personKeys: PersonKeys,
    private readonly personFacts: PersonFactsQueries,
    private readonly clock: Clock,
  ) {}

  /** Shifts of these events that have not begun, where the event is published. */
  async work(eventIds: readonly string[]): Promise<Pick<MatchingFacts, 'events' | 'shifts'>> {
    const { manager } = this.reads;
    const events = await manager.findBy(VolunteerEvent, { id: In(eventIds), status: 'published' });
    const shifts = await manager.find(Shift, {
      where: { eventId: In(events.map(({ id }) => id)), startsAt: MoreThan(this.clock.now()) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    return { events: events.map(eventFacts), shifts: shifts.map(shiftFacts) };
  }

  /** Everybody who consents to volunteer service, a batch at a time. */
  async *volunteers(): AsyncGenerator<VolunteerFacts[]> {
    const { manager } = this.reads;
    for (let last = ''; ;) {
      const profiles = await manager.find(VolunteerProfile, {
        where: { id: MoreThan(last) },
        order: { id: 'ASC' },
        take: batchSize,
      });
      if (profiles.length > 0) yield await this.describe(manager, profiles);
      if (profiles.length < batchSize) return;
      last = profiles.at(-1)!.id;
    }
  }

  /** Those of these people who are volunteers, and consent. */
  async volunteersOf(personIds: readonly string[]): Promise<VolunteerFacts[]> {
    const { manager } = this.reads;
    const all: VolunteerFacts[] = [];
    for (let from = 0; from < personIds.length; from += batchSize) {
      const personId = In(personIds.slice(from, from + batchSize));
      all.push(...(await this.describe(manager, await manager.findBy(VolunteerProfile, { personId }))));
    }
    return all;
  }

  /** Who has a seat in one of these shifts. */
  async seatedIn(shiftIds: readonly string[]): Promise<string[]> {
    const where = { shiftId: In(shiftIds), status: 'confirmed' as const };
    const seated = await this.reads.manager.find(SignUp, { select: { id: true, personId: true }, where });
    return seated.map(({ personId }) => personId);
  }

  private async describe(manager: EntityManager, profiles: readonly VolunteerProfile[]): Promise<VolunteerFacts[]> {
    const all = profiles.map(({ personId }) => personId);
    const consenting = await this.consents.grantedAmong(manager, all, 'volunteer-service');
    const ids = [...consenting];
    const keys = await this.personKeys.findMany(manager, ids);
    const persons = await this.personFacts.ofMany(manager, keys);
    const now = this.clock.now();
    const certificates = grouped(await manager.findBy(GrantedSkill, { personId: In(ids) }));
    // What was up to two weeks ago still counts for rest and for hours of a week.
    const lately = new Date(now.getTime() - 2 * weekMilliseconds);
    const ahead = { personId: In(ids), status: In(openStatuses), endsAt: MoreThan(lately) };
    const signUps = grouped(await manager.findBy(SignUp, ahead));
    const past = { personId: In(ids), status: 'confirmed' as const, endsAt: LessThanOrEqual(now) };
    const served = grouped(await manager.find(SignUp, { select: servedColumns, where: past }));
    return profiles
      .filter(({ personId }) => consenting.has(personId))
      .map((profile) => {
        const { personId, sealedHome, sealedGuardian } = profile;
        const key = keys.get(personId);
        const shifts = served.get(personId) ?? [];
        const thisYear = shifts.filter(({ endsAt }) => now.getTime() - endsAt.getTime() <= yearMilliseconds);
        return {
          personId,
          skills: profile.skills,
          certificates: (certificates.get(personId) ?? []).map(({ skill, expiresOn }) => ({ skill, expiresOn })),
          languages: profile.languages,
          availability: profile.availability,
          exceptions: profile.availabilityExceptions ?? [],
          home: key && sealedHome ? pointOf(openHome(sealedHome, key)) : null,
          radiusKm: profile.radiusKm ?? usualRadiusKm,
          hoursPerWeek: profile.hoursPerWeek,
          wishes: profile.roleWishes ?? [],
          birthDate: persons.get(personId)?.birthDate ?? null,
          hasGuardian: sealedGuardian !== null,
          star: starsOf(sumOf(shifts)),
          served: sumOf(thisYear),
          signUps: (signUps.get(personId) ?? []).map(({ shiftId, startsAt, endsAt, status }) => {
            return { shiftId, startsAt, endsAt, isConfirmed: (status as OpenStatus) === 'confirmed' };
          }),
        };
      });
  }
}

const servedColumns = { id: true, personId: true, startsAt: true, endsAt: true } as const;

const sumOf = (shifts: readonly SignUp[]): number => shifts.reduce((sum, shift) => sum + minutesOf(shift), 0);

function grouped<Row extends { readonly personId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.personId);
    if (group) group.push(row);
    else groups.set(row.personId, [row]);
  }
  return groups;
}

const pointOf = ({ lat, lng }: { readonly lat: number; readonly lng: number }) => ({
  latitude: Math.round(lat * million),
  longitude: Math.round(lng * million),
});

const eventFacts = (event: VolunteerEvent): EventFacts => {
  const { id, latitudeE6, longitudeE6 } = event;
  return {
    id,
    priority: event.priority ?? 1,
    languages: event.languages ?? [],
    place: latitudeE6 === null || longitudeE6 === null ? null : { latitude: latitudeE6, longitude: longitudeE6 },
    isDangerous: event.isDangerous,
    isInsured: event.insurance !== null,
  };
};

const shiftFacts = (shift: Shift): ShiftFacts => {
  const { id, eventId, role, startsAt, endsAt, minSeats, maxSeats, requiredSkills } = shift;
  return {
    ...{ id, eventId, role, startsAt, endsAt, minSeats, maxSeats, requiredSkills },
    preferredSkills: shift.preferredSkills ?? [],
    minStar: shift.minStar ?? 0,
  };
};
