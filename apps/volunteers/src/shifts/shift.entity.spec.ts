import { describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { Shift } from './shift.entity.js';

const now = new Date('2026-11-23T08:00:00.000Z');

const plan = (maxSeats: number): Shift =>
  Shift.plan(newId(), {
    role: '资料发放',
    startsAt: new Date('2026-12-05T01:00:00.000Z'),
    endsAt: new Date('2026-12-05T04:00:00.000Z'),
    minSeats: 1,
    maxSeats,
    requiredSkills: [],
    preferredSkills: null,
    minStar: null,
  });

const counts = ({ confirmedCount, waitingCount, freeSeats }: Shift) => [confirmedCount, waitingCount, freeSeats];

describe('a shift', () => {
  it('fills its seats, then its wait list, whose numbers never come back', () => {
    const shift = plan(1);
    const first = shift.admit('a', now);
    const second = shift.admit('b', now);
    expect([first.status, second.status, second.waitNumber]).toEqual(['confirmed', 'waitlisted', 1]);
    shift.release(second, 'withdrawn', now);
    expect(shift.admit('c', now).waitNumber).toBe(2);
    expect(counts(shift)).toEqual([1, 1, 0]);
  });

  it('has a seat for the next when one leaves, not when one stops waiting', () => {
    const shift = plan(1);
    const [first, second, third] = [shift.admit('a', now), shift.admit('b', now), shift.admit('c', now)];
    shift.release(third, 'withdrawn', now);
    expect(shift.hasSeatForNext).toBe(false);
    shift.release(first, 'released-by-coordinator', now);
    expect(shift.hasSeatForNext).toBe(true);
    shift.promote(second, now);
    expect([first.status, first.endReason, second.status]).toEqual([
      'withdrawn',
      'released-by-coordinator',
      'confirmed',
    ]);
    expect(counts(shift)).toEqual([1, 0, 0]);
  });

  it('lets the coordinator give a free seat past the wait list, and none that is taken', () => {
    const shift = plan(1);
    const [first, , third] = [shift.admit('a', now), shift.admit('b', now), shift.admit('c', now)];
    expect(() => shift.assign('c', third, now)).toThrow('shift-full');
    shift.release(first, 'withdrawn', now);
    expect(shift.assign('c', third, now)).toBe(third);
    expect(third.status).toBe('confirmed');
    expect(counts(shift)).toEqual([1, 1, 0]);
  });
});
