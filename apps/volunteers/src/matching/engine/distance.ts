import type { MatchingShift, MatchingVolunteer, Point } from './instance.js';

const million = 1_000_000;

/**
 * Metres between two points, whole, on a plane that is good enough for a county: the same integers on every machine.
 * @param scale metres of a degree of latitude, and the cosine of the latitude in millionths
 */
export function distance(
  one: Point,
  other: Point,
  { metresPerDegree, cosineOfLatitude }: { readonly metresPerDegree: number; readonly cosineOfLatitude: number },
): number {
  const north = Math.floor((Math.abs(one.latitude - other.latitude) * metresPerDegree) / million);
  const east = Math.floor((Math.abs(one.longitude - other.longitude) * metresPerDegree) / million);
  const corrected = Math.floor((east * cosineOfLatitude) / million);
  return wholeRoot(north * north + corrected * corrected);
}

/** From the volunteer's home to the shift; where one of the two is not known, as far as the volunteer goes. */
export function metresToShift(
  { home, maxDistance }: Pick<MatchingVolunteer, 'home' | 'maxDistance'>,
  { place }: Pick<MatchingShift, 'place'>,
  scale: Parameters<typeof distance>[2],
): number {
  return home && place ? distance(home, place, scale) : maxDistance;
}

/** The largest whole number whose square is not larger; the square root of a double may be off by one. */
function wholeRoot(square: number): number {
  let root = Math.floor(Math.sqrt(square));
  while (root * root > square) root -= 1;
  while ((root + 1) * (root + 1) <= square) root += 1;
  return root;
}
