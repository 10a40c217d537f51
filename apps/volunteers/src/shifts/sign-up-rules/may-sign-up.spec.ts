import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Candidate, firstObstacle, type ShiftOnOffer, type SignUpObstacle } from './may-sign-up.js';
import { overlap } from '../working-time.policy.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 11, 5, hour));
const taken = (shiftId: string, from: number, to: number) => ({ shiftId, startsAt: at(from), endsAt: at(to) });

const shift: ShiftOnOffer = {
  id: 'morning',
  startsAt: at(9),
  endsAt: at(12),
  isOpen: true,
  requiredSkills: ['nurse', 'driver'],
  isDangerous: false,
  isInsured: false,
};
const candidate: Candidate = {
  skills: ['driver', 'nurse', 'publicity'],
  certificates: [],
  consents: true,
  birthDate: null,
  hasGuardian: false,
  hoursPerWeek: null,
  openSignUps: [],
};

type Change = { candidate?: Partial<Candidate>; shift?: Partial<ShiftOnOffer>; now?: Date };

const obstacle = (change: Change): SignUpObstacle | null =>
  firstObstacle({
    candidate: { ...candidate, ...change.candidate },
    shift: { ...shift, ...change.shift },
    now: change.now ?? at(8),
  });

const dangerous = { isDangerous: true, isInsured: true };

describe('sign-up rules', () => {
  it.each<[string, Change, SignUpObstacle | null]>([
    ['a fitting person', {}, null],
    ['a shift that asks no skill', { candidate: { skills: [] }, shift: { requiredSkills: [] } }, null],
    ['no profile', { candidate: { skills: null } }, 'profile-missing'],
    [
      'no profile, and no skill asked',
      { candidate: { skills: null }, shift: { requiredSkills: [] } },
      'profile-missing',
    ],
    ['no consent', { candidate: { consents: false } }, 'consent-missing'],
    ['a seat in the shift', { candidate: { openSignUps: [taken('morning', 9, 12)] } }, 'already-signed-up'],
    ['a draft or cancelled event', { shift: { isOpen: false } }, 'not-open'],
    ['the moment before the start', { now: new Date(at(9).getTime() - 1) }, null],
    ['the moment of the start', { now: at(9) }, 'closed'],
    ['a shift that is over', { now: at(20) }, 'closed'],
    ['another shift up to the start', { candidate: { openSignUps: [taken('early', 6, 9)] } }, null],
    ['another shift from the end on', { candidate: { openSignUps: [taken('late', 12, 15)] } }, null],
    ['another shift into the start', { candidate: { openSignUps: [taken('early', 6, 10)] } }, 'overlaps'],
    ['another shift from within', { candidate: { openSignUps: [taken('late', 11, 15)] } }, 'overlaps'],
    ['another shift within', { candidate: { openSignUps: [taken('short', 10, 11)] } }, 'overlaps'],
    ['another shift around it', { candidate: { openSignUps: [taken('long', 6, 20)] } }, 'overlaps'],
    ['another shift at the same time', { candidate: { openSignUps: [taken('twin', 9, 12)] } }, 'overlaps'],
    ['six hours up to the start', { candidate: { openSignUps: [taken('night', 3, 9)] } }, null],
    ['more than six hours up to the start', { candidate: { openSignUps: [taken('night', 2, 9)] } }, 'rest-too-short'],
    ['more than six hours, eight hours before', { candidate: { openSignUps: [taken('day', -6, 1)] } }, null],
    [
      'more than six hours, seven hours before',
      { candidate: { openSignUps: [taken('day', -6, 2)] } },
      'rest-too-short',
    ],
    ['a long day after three hours', { candidate: { openSignUps: [taken('late', 12, 24)] } }, null],
    ['hours that are just enough', { candidate: { hoursPerWeek: 5, openSignUps: [taken('late', 13, 15)] } }, null],
    ['too few hours', { candidate: { hoursPerWeek: 4, openSignUps: [taken('late', 13, 15)] } }, 'weekly-limit'],
    ['too few hours for this one alone', { candidate: { hoursPerWeek: 2 } }, 'weekly-limit'],
    [
      'hours of the seventh day',
      { candidate: { hoursPerWeek: 4, openSignUps: [taken('then', 176, 178)] } },
      'weekly-limit',
    ],
    ['hours a week later', { candidate: { hoursPerWeek: 4, openSignUps: [taken('then', 177, 179)] } }, null],
    [
      'hours seven days before',
      { candidate: { hoursPerWeek: 4, openSignUps: [taken('then', -158, -156)] } },
      'weekly-limit',
    ],
    [
      'hours more than a week before',
      { candidate: { hoursPerWeek: 4, openSignUps: [taken('then', -159, -157)] } },
      null,
    ],
    ['an adult from today on', { candidate: { birthDate: '2008-12-05' } }, null],
    ['somebody of 17', { candidate: { birthDate: '2008-12-06' } }, 'guardian-consent-missing'],
    ['somebody of 17 with a guardian', { candidate: { birthDate: '2008-12-06', hasGuardian: true } }, null],
    ['an adult, where it is dangerous', { candidate: { birthDate: '2008-12-05' }, shift: dangerous }, null],
    [
      'somebody of 17 with a guardian, where it is dangerous',
      { candidate: { birthDate: '2008-12-06', hasGuardian: true }, shift: dangerous },
      'under-age',
    ],
    ['no birth date, where it is dangerous', { shift: dangerous }, 'under-age'],
    [
      'no accident cover, where it is dangerous',
      { candidate: { birthDate: '1990-01-01' }, shift: { ...dangerous, isInsured: false } },
      'insurance-missing',
    ],
    ['one of two skills', { candidate: { skills: ['nurse'] } }, 'skill-missing'],
    ['no skill', { candidate: { skills: [] } }, 'skill-missing'],
  ])('%s', (_, change, expected) => {
    expect(obstacle(change)).toBe(expected);
  });

  const nursing = (expiresOn: string | null) => ({ skill: 'nurse', expiresOn });
  // The shift is from 17:00 to 20:00 on 5 December in Lishui.
  it.each<[string, Partial<Candidate>, SignUpObstacle | null]>([
    ['that ends the day before the shift', { certificates: [nursing('2026-12-04')] }, 'skill-expires'],
    ['that ends on the day of the shift', { certificates: [nursing('2026-12-05')] }, null],
    ['that ends on the day after the shift', { certificates: [nursing('2026-12-06')] }, null],
    ['that never ends', { certificates: [nursing(null)] }, null],
    ['that ended long ago', { certificates: [nursing('2020-01-01')] }, 'skill-expires'],
    ['that was renewed', { certificates: [nursing('2020-01-01'), nursing('2027-01-01')] }, null],
    ['of another skill', { certificates: [{ skill: 'doctor', expiresOn: null }] }, 'skill-missing'],
    ['beside their own word', { skills: ['driver', 'nurse'], certificates: [nursing('2020-01-01')] }, null],
    ['and no second skill', { skills: [], certificates: [nursing('2027-01-01')] }, 'skill-missing'],
    ['that ends, and no second skill', { skills: [], certificates: [nursing('2020-01-01')] }, 'skill-missing'],
  ])('a certificate %s', (_, change, expected) => {
    expect(obstacle({ candidate: { skills: ['driver'], ...change } })).toBe(expected);
  });

  it.each<[string, string, SignUpObstacle | null]>([
    ['a minute past midnight', '2026-12-05T16:01:00.000Z', 'skill-expires'],
    ['at midnight', '2026-12-05T16:00:00.000Z', null],
    ['before midnight', '2026-12-05T15:59:59.999Z', null],
  ])('a certificate to the 5th covers a shift of that evening that ends %s in Lishui', (_, endsAt, expected) => {
    const certified = { skills: ['driver'], certificates: [nursing('2026-12-05')] };
    expect(obstacle({ candidate: certified, shift: { endsAt: new Date(endsAt) } })).toBe(expected);
  });

  it('tells the first of many', () => {
    const everythingWrong = { candidate: { skills: null, consents: false }, shift: { isOpen: false }, now: at(10) };
    expect(obstacle(everythingWrong)).toBe('profile-missing');
    expect(obstacle({ ...everythingWrong, candidate: { consents: false } })).toBe('consent-missing');
    expect(obstacle({ ...everythingWrong, candidate: {} })).toBe('not-open');
    expect(obstacle({ candidate: { skills: [], openSignUps: [taken('twin', 9, 12)] }, now: at(10) })).toBe('closed');
    expect(obstacle({ candidate: { skills: [], openSignUps: [taken('twin', 9, 12)] } })).toBe('overlaps');
  });
});

describe('overlap', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 10 }))
    .map(([start, length]) => ({ startsAt: at(start), endsAt: at(start + length) }));

  it('is having an hour in common, whoever comes first', () => {
    const hours = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => {
      const all: number[] = [];
      for (let hour = startsAt.getTime(); hour < endsAt.getTime(); hour += 3_600_000) all.push(hour);
      return all;
    };
    fc.assert(
      fc.property(span, span, (one, other) => {
        const shared = hours(one).some((hour) => hours(other).includes(hour));
        expect([overlap(one, other), overlap(other, one)]).toEqual([shared, shared]);
      }),
    );
  });
});
