import { DateTime } from 'luxon';
import { dayInShanghai } from '@sanxian/shared/config';
import type { FreeTime, VolunteerFacts } from '../matching-facts.js';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const dayMilliseconds = 86_400_000;

/**
 * When a volunteer is free, as minutes since 1970: the usual week, and on days that have an exception only that. Times that touch, as around
 * midnight, are one.
 * @param from the first instant that is of interest
 * @param to the last
 */
export function freeTimes(
  { availability, exceptions }: Pick<VolunteerFacts, 'availability' | 'exceptions'>,
  from: Date,
  to: Date,
): [number, number][] {
  const times: [number, number][] = [];
  for (let day = from.getTime() - dayMilliseconds; day <= to.getTime() + dayMilliseconds; day += dayMilliseconds) {
    const date = dayInShanghai(new Date(day));
    for (const window of windowsOf(date, availability, exceptions)) {
      times.push([minuteOf(date, window.from), minuteOf(date, window.to)]);
    }
  }
  return joined(times);
}

function windowsOf(
  date: string,
  availability: VolunteerFacts['availability'],
  exceptions: VolunteerFacts['exceptions'],
): readonly FreeTime[] {
  const exception = exceptions.find((other) => other.date === date);
  if (exception) return exception.windows;
  const weekday = weekdays[DateTime.fromISO(date, { zone: 'utc' }).weekday - 1];
  return availability.filter((window) => window.weekday === weekday);
}

const minuteOf = (date: string, time: string): number =>
  Date.parse(`${date}T00:00:00+08:00`) / 60_000 + 60 * Number(time.slice(0, 2)) + Number(time.slice(3));

function joined(times: readonly [number, number][]): [number, number][] {
  const all: [number, number][] = [];
  for (const [from, to] of times.toSorted(([one], [other]) => one - other)) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}
