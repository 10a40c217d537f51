/** At most `count` times within `seconds`. */
export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

const minute = 60;
const hour = 3600;
const day = 24 * hour;

/** Against pumping of text messages: what one number may cause, and what one address may cause over all numbers. */
export const codesPerPhone: readonly Limit[] = [
  { count: 1, seconds: minute },
  { count: 5, seconds: hour },
  { count: 10, seconds: day },
];
export const codesPerAddress: readonly Limit[] = [
  { count: 60, seconds: hour },
  { count: 300, seconds: day },
];

/** Against guessing of passwords, counted per username and per address. */
export const failedStaffLogIns: readonly Limit[] = [{ count: 5, seconds: 15 * minute }];

/** No limit looks further back: what is older may be forgotten. */
export const longestWindowInSeconds = day;

/**
 * How long until one more is allowed.
 * @param earlier instants of what was let through before, in milliseconds, any order
 * @returns whole seconds, 0 when it is allowed now
 */
export function secondsToWait(earlier: readonly number[], limits: readonly Limit[], now: number): number {
  return Math.max(0, ...limits.map((limit) => secondsToWaitFor(earlier, limit, now)));
}

function secondsToWaitFor(earlier: readonly number[], { count, seconds }: Limit, now: number): number {
  const inWindow = earlier.filter((instant) => instant > now - seconds * 1000).sort((a, b) => b - a);
  const blocking = inWindow[count - 1];
  return blocking === undefined ? 0 : Math.ceil((blocking + seconds * 1000 - now) / 1000);
}
