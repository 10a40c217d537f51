import type { SignUpRecord } from './history.js';

/** A sign-up and what the API says of it when nothing moves any more. */
export interface SettledSignUp extends SignUpRecord {
  readonly status: string;
  /** In the wait list, 1 is next. */
  readonly position: number | undefined;
}

/**
 * Faults in the wait list of one shift: people who wait beside a free seat, places that are not 1, 2, 3 …, and anybody who came
 * for certain earlier than somebody who stands before them or was promoted. Of two who came at the same time, either may be first.
 */
export function waitListFaults(shiftId: string, freeSeats: number, signUps: readonly SettledSignUp[]): string[] {
  const waiting = signUps
    .filter(({ status }) => status === 'waitlisted')
    .sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
  const promoted = signUps.filter(({ status, firstStatus }) => status === 'confirmed' && firstStatus === 'waitlisted');
  const places = waiting.map(({ position }) => position);
  const overtaken = waiting.flatMap((late, index) =>
    [...promoted, ...waiting.slice(0, index)]
      .filter((ahead) => late.acknowledgedAt < ahead.sentAt)
      .map((ahead) => `shift ${shiftId}: ${ahead.id} came after ${late.id} and is ahead of it`),
  );
  return [
    ...(waiting.length > 0 && freeSeats > 0
      ? [`shift ${shiftId}: ${waiting.length} wait beside ${freeSeats} free seats`]
      : []),
    ...(places.every((place, index) => place === index + 1) ? [] : [`shift ${shiftId}: places ${places.join()}`]),
    ...overtaken,
  ];
}
