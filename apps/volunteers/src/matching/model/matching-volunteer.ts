import { dayInShanghai } from '@sanxian/shared/config';
import { adultAge, ageOn } from '../../shifts/age.policy.js';
import { workLimits } from '../../shifts/working-time.policy.js';
import type { MatchingVolunteer } from '../engine/instance.js';
import { freeTimes } from './free-times.js';
import type { VolunteerFacts } from '../matching-facts.js';

/** A longer week has no hours. */
const noLimit = workLimits.week;

/**
 * A volunteer as the engine needs them. Age is that of the first day: nobody grows older within a plan.
 * @param from when the first of the shifts begins
 * @param to when the last of them ends
 */
export function matchingVolunteer(facts: VolunteerFacts, from: Date, to: Date): MatchingVolunteer {
  return {
    id: facts.personId,
    home: facts.home,
    maxDistance: facts.radiusKm * 1_000,
    maxWeek: facts.hoursPerWeek === null ? noLimit : facts.hoursPerWeek * 60,
    // Who has not said is no adult where it counts.
    age: facts.birthDate === null ? 0 : ageOn(dayInShanghai(from), facts.birthDate),
    star: facts.star,
    served: facts.served,
    languages: facts.languages,
    skills: [
      ...facts.skills.map((id) => ({ id, expires: null })),
      ...facts.certificates.map(({ skill, expiresOn }) => ({
        id: skill,
        expires: expiresOn === null ? null : endOf(expiresOn),
      })),
    ],
    availability: lacksGuardian(facts, from) ? [] : freeTimes(facts, from, to),
    wishes: Object.fromEntries(facts.wishes.map(({ role, wish }) => [role, wish])),
  };
}

/** Whether a minor has nobody who agrees for them. */
export const lacksGuardian = ({ birthDate, hasGuardian }: VolunteerFacts, from: Date): boolean =>
  !hasGuardian && birthDate !== null && ageOn(dayInShanghai(from), birthDate) < adultAge;

/** A certificate counts through its last day in Asia/Shanghai. */
const endOf = (lastDay: string): number => Date.parse(`${lastDay}T00:00:00+08:00`) / 60_000 + 24 * 60;
