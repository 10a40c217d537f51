/** From the start up to, but without, the end. */
export interface TimeSpan {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const minuteMilliseconds = 60_000;

/** In minutes. One who has worked longer than `longShift` rests for `longRest` before the next shift. */
export const workLimits = { longShift: 6 * 60, longRest: 8 * 60, week: 7 * 24 * 60 } as const;

/** Minutes of elapsed time, whatever clocks do meanwhile. */
export const minutesOf = ({ startsAt, endsAt }: TimeSpan): number =>
  (endsAt.getTime() - startsAt.getTime()) / minuteMilliseconds;

/** Whether two spans share time; the end of one may be the start of the other. */
export const overlap = (one: TimeSpan, other: TimeSpan): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** Whether the later of two spans that share no time begins before a person has rested from the earlier. */
export function restTooShort(one: TimeSpan, other: TimeSpan): boolean {
  const [earlier, later] = one.startsAt <= other.startsAt ? [one, other] : [other, one];
  const rest = minutesOf(earlier) > workLimits.longShift ? workLimits.longRest : 0;
  return later.startsAt.getTime() < earlier.endsAt.getTime() + rest * minuteMilliseconds;
}

/**
 * Most minutes of work in any week that the span is part of: a week begins with any of the shifts and counts those that begin within it.
 * @param others of the same person
 */
export function busiestWeek(span: TimeSpan, others: readonly TimeSpan[]): number {
  const all = [span, ...others];
  const isWithin = (shift: TimeSpan, begin: Date) => {
    const after = (shift.startsAt.getTime() - begin.getTime()) / minuteMilliseconds;
    return after >= 0 && after < workLimits.week;
  };
  const weeks = all.filter(({ startsAt }) => isWithin(span, startsAt));
  return Math.max(
    ...weeks.map(({ startsAt }) =>
      all.filter((shift) => isWithin(shift, startsAt)).reduce((sum, shift) => sum + minutesOf(shift), 0),
    ),
  );
}
