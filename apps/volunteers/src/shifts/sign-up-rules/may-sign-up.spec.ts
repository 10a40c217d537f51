import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Candidate, firstObstacle, overlap, type ShiftOnOffer, type SignUpObstacle } from './may-sign-up.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 11, 5, hour));
const taken = (shiftId: string, from: number, to: number) => ({ shiftId, startsAt: at(from), endsAt: at(to) });

const shift: ShiftOnOffer = {
  id: 'morning',
  startsAt: at(9),
  endsAt: at(12),
  isOpen: true,
  requiredSkills: ['nurse', 'driver'],
};
const candidate: Candidate = { skills: ['driver', 'nurse', 'publicity'], consents: true, openSignUps: [] };

type Change = { candidate?: Partial<Candidate>; shift?: Partial<ShiftOnOffer>; now?: Date };

const obstacle = (change: Change): SignUpObstacle | null =>
  firstObstacle({
    candidate: { ...candidate, ...change.candidate },
    shift: { ...shift, ...change.shift },
    now: change.now ?? at(8),
  });

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
    ['one of two skills', { candidate: { skills: ['nurse'] } }, 'skill-missing'],
    ['no skill', { candidate: { skills: [] } }, 'skill-missing'],
  ])('%s', (_, change, expected) => {
    expect(obstacle(change)).toBe(expected);
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
