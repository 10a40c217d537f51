import type { Api } from '../tour/api.js';
import type { Citizen } from './citizen.js';
import { waitListFaults, type SettledSignUp } from './check-wait-lists.js';
import type { PersonHistory } from './history.js';
import type { Shift } from './workload.js';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextAfter: string | null;
}

interface InboxItem {
  readonly kind: string;
  readonly subject: { readonly id: string };
}

async function wholeList<Item>(api: Api, path: string): Promise<Item[]> {
  const all: Item[] = [];
  let after: string | null = null;
  do {
    const cursor: string = after === null ? '' : `&after=${encodeURIComponent(after)}`;
    const page: Page<Item> = await api.get<Page<Item>>(`${path}?limit=100${cursor}`);
    all.push(...page.items);
    after = page.nextAfter;
  } while (after !== null);
  return all;
}

export interface CheckOptions {
  /**
   * Whether a person's messages about one thing have to lie in its order. Each kind has a consumer of its own, and one that was set aside
   * for a while holds up only itself; true unless told.
   */
  readonly toldInOrder?: boolean;
}

/** What the API tells now against what it acknowledged: empty when nothing is lost, doubled or out of order. */
export async function contradictions(
  citizens: readonly Citizen[],
  shifts: readonly Shift[],
  { toldInOrder = true }: CheckOptions = {},
): Promise<string[]> {
  const told = toldInOrder ? inTheirOrder : inAnyOrder;
  const found: string[] = [];
  const settled: SettledSignUp[] = [];
  for (const { api, history } of citizens) {
    const inbox = await wholeList<InboxItem>(api, '/api/v1/notifications/inbox');
    found.push(
      ...(await checkIntents(api, history, inbox, told)),
      ...(await checkSignUps(api, history, inbox, settled, told)),
      ...(await checkProfile(api, history)),
    );
  }
  for (const { id, max } of shifts) {
    const ofShift = settled.filter(({ shiftId }) => shiftId === id);
    const taken = ofShift.filter(({ status }) => status === 'confirmed').length;
    if (taken > max) found.push(`shift ${id} has ${taken} of ${max} seats taken`);
    found.push(...waitListFaults(id, max - taken, ofShift));
  }
  return found;
}

async function checkIntents(api: Api, history: PersonHistory, inbox: InboxItem[], told: Told): Promise<string[]> {
  const stored = await wholeList<{ id: string; status: string }>(api, '/api/v1/donations/blood/intents');
  const found = sameIds('intent', history.intents, stored);
  for (const { id, withdrawn } of history.intents) {
    const status = stored.find((intent) => intent.id === id)?.status;
    if (status !== (withdrawn ? 'withdrawn' : 'active')) found.push(`intent ${id} is ${status}`);
    // Newest first: the withdrawal is told after the registration.
    const expected = withdrawn ? ['blood-intent-withdrawn', 'blood-intent-registered'] : ['blood-intent-registered'];
    found.push(...toldOnce(id, inbox, expected, told));
  }
  return found;
}

async function checkSignUps(
  api: Api,
  history: PersonHistory,
  inbox: InboxItem[],
  settled: SettledSignUp[],
  told: Told,
): Promise<string[]> {
  const stored = await wholeList<{ id: string; status: string; position?: number }>(
    api,
    '/api/v1/volunteers/my/shifts',
  );
  const found = sameIds('sign-up', history.signUps, stored);
  for (const signUp of history.signUps) {
    const { id, withdrawn, firstStatus } = signUp;
    const { status = 'missing', position } = stored.find((other) => other.id === id) ?? {};
    if (withdrawn !== (status === 'withdrawn')) found.push(`sign-up ${id} is ${status}`);
    settled.push({ ...signUp, status, position });
    const promoted = inbox.some((item) => item.kind === 'promoted' && item.subject.id === id);
    if (status === 'confirmed' && firstStatus === 'waitlisted' && !promoted)
      found.push(`promotion of ${id} was not told`);
    const first = firstStatus === 'confirmed' ? 'signed-up' : 'wait-listed';
    found.push(...toldOnce(id, inbox, promoted ? ['promoted', first] : [first], told));
  }
  return found;
}

async function checkProfile(api: Api, history: PersonHistory): Promise<string[]> {
  const { displayName } = await api.get<{ displayName: string }>('/api/v1/me');
  const { items } = await api.get<Page<{ purpose: string; state: string }>>('/api/v1/me/consents');
  const photo = items.find(({ purpose }) => purpose === 'photo-publication')?.state;
  return [
    ...(history.displayName && displayName !== history.displayName ? [`${history.personId} has another name`] : []),
    ...(photo === history.photoConsent ? [] : [`${history.personId} sees the photo consent as ${photo}`]),
  ];
}

function sameIds(what: string, acknowledged: readonly { id: string }[], stored: readonly { id: string }[]): string[] {
  const known = new Set(acknowledged.map(({ id }) => id));
  const there = new Set(stored.map(({ id }) => id));
  return [
    ...[...known].filter((id) => !there.has(id)).map((id) => `${what} ${id} was acknowledged and is lost`),
    ...[...there].filter((id) => !known.has(id)).map((id) => `${what} ${id} is there and nobody asked for it`),
    ...(stored.length === there.size ? [] : [`${what}s are listed twice`]),
  ];
}

/** Puts kinds of messages side by side. */
type Told = (kinds: readonly string[]) => string;

const inTheirOrder: Told = (kinds) => kinds.join();
const inAnyOrder: Told = (kinds) => kinds.toSorted().join();

function toldOnce(id: string, inbox: readonly InboxItem[], expected: readonly string[], told: Told): string[] {
  const found = inbox.filter(({ subject }) => subject.id === id).map(({ kind }) => kind);
  return told(found) === told(expected) ? [] : [`${id} was told as [${found.join()}] instead of [${expected.join()}]`];
}
