/** The one source of "now". Injected everywhere, so that tests turn time by hand. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Today's calendar date (`YYYY-MM-DD`) in the zone the API means by a date: Asia/Shanghai, which has no daylight saving. */
export function todayInShanghai(clock: Clock): string {
  return new Date(clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
