/** The one source of "now". Injected everywhere, so that tests turn time by hand. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** The calendar date (`YYYY-MM-DD`) of an instant in the zone the API means by a date: Asia/Shanghai, which has no daylight saving. */
export const dayInShanghai = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Today's calendar date in Asia/Shanghai. */
export const todayInShanghai = (clock: Clock): string => dayInShanghai(clock.now());
