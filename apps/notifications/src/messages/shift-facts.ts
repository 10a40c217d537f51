import type { ShiftFacts } from './message-facts.js';

/** Takes what the texts need out of an event, and leaves the ids of people behind. */
export const shiftFacts = ({ eventTitle, placeName, role, startsAt, endsAt }: ShiftFacts): ShiftFacts => ({
  eventTitle,
  placeName,
  role,
  startsAt,
  endsAt,
});
