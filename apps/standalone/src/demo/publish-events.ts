import { instantAt } from './city/calendar-dates.js';
import type { PlannedEvent } from './city/city-plan.js';
import type { DemoClient, LogIn } from './demo-client.js';
import type { SeedingJournal } from './seeding-journal.js';

const path = '/api/v1/volunteers/events';

/**
 * Publishes the events, each on behalf of the branch that holds it.
 * @returns the ids of the shifts by their keys in the plan
 */
export async function publishEvents(
  client: DemoClient,
  { accessToken, account }: LogIn,
  events: readonly PlannedEvent[],
): Promise<ReadonlyMap<string, string>> {
  const branchIds = new Map(account.branches.map(({ id, name }) => [name, id]));
  const shiftIds = await Promise.all(
    events.map((event) => publishEvent(client, accessToken, event, branchIds.get(event.branch))),
  );
  return new Map(shiftIds.flat());
}

/** The same from the journal, when all of them were published in an earlier start; undefined while any is missing. */
export function publishedEvents(
  journal: SeedingJournal,
  events: readonly PlannedEvent[],
): ReadonlyMap<string, string> | undefined {
  if (events.some(({ key }) => journal.idOf(publicationKey(key)) === undefined)) return undefined;
  return new Map(events.flatMap(({ shifts }) => shifts.map(({ key }) => [key, journal.idOf(key) ?? ''] as const)));
}

async function publishEvent(
  client: DemoClient,
  token: string,
  { key, date, shifts, branch: _, ...event }: PlannedEvent,
  branchId: string | undefined,
): Promise<[key: string, id: string][]> {
  const startsAt = instantAt(date, Math.min(...shifts.map(({ fromHour }) => fromHour)));
  const endsAt = instantAt(date, Math.max(...shifts.map(({ toHour }) => toHour)));
  const id = await client.make(key, path, { ...event, startsAt, endsAt, branchId }, token);
  const shiftIds: [string, string][] = [];
  for (const { key: shiftKey, fromHour, toHour, wanted: _wanted, ...shift } of shifts) {
    const body = { ...shift, startsAt: instantAt(date, fromHour), endsAt: instantAt(date, toHour) };
    shiftIds.push([shiftKey, await client.make(shiftKey, `${path}/${id}/shifts`, body, token)]);
  }
  await client.make(publicationKey(key), `${path}/${id}/publication`, {}, token);
  return shiftIds;
}

const publicationKey = (eventKey: string): string => `${eventKey}/publication`;
