import type { Figure } from '../figures/figure.js';
import { logInCitizens, registerIntents, requestsOf } from '../http/citizens.js';
import { applyLoad, type HttpLoad, medians, type Sample, warmUp } from '../http/http-load.js';

const few = 10_000;
const many = 1_000_000;
const connections = 4;
const intentsEach = 20;

export interface GrowingSystem {
  readonly name: string;
  readonly url: string;
  readonly processIds: readonly number[];
  /** Makes intents of strangers until there are so many in the table. */
  readonly growTo: (rows: number) => Promise<void>;
}

/** Lists and single reads with few rows in the table and with many. */
export async function* benchGrowth(
  { name, growTo, ...server }: GrowingSystem,
  { seconds, rounds }: { readonly seconds: number; readonly rounds: number },
): AsyncGenerator<Figure> {
  const people = await logInCitizens(server.url, connections);
  const { list, read } = requestsOf(people, await registerIntents(server.url, people, intentsEach));
  const load = { ...server, connections, seconds };
  const loads = { list: { ...load, next: list }, read: { ...load, next: read } };
  await growTo(few);
  const before = await measure(loads, rounds);
  await growTo(many);
  const after = await measure(loads, rounds);
  for (const kind of ['list', 'read'] as const) {
    yield {
      name: `${name}, ${kind} at ${many} rows : at ${few}, p50`,
      ours: { ...after[kind] },
      reference: { ...before[kind] },
      ratio: after[kind].p50 / before[kind].p50,
      target: { atMost: 1.3 },
    };
  }
}

/** Both in turn, so that what else the machine does meets both. */
async function measure(
  loads: Record<'list' | 'read', HttpLoad>,
  rounds: number,
): Promise<Record<'list' | 'read', Sample>> {
  const samples: Record<'list' | 'read', Sample[]> = { list: [], read: [] };
  await warmUp({ ...loads.list, seconds: 6 });
  for (let round = 0; round < rounds; round += 1) {
    samples.list.push(await applyLoad(loads.list));
    samples.read.push(await applyLoad(loads.read));
  }
  return { list: medians(samples.list), read: medians(samples.read) };
}

/** Rows like one that is there, twenty to a stranger. */
export function strangersLike(template: Readonly<Record<string, unknown>>, count: number, newId: () => string) {
  let personId = '';
  return Array.from({ length: count }, (_, index) => {
    if (index % intentsEach === 0) personId = newId();
    return { ...template, id: newId(), person_id: personId };
  });
}
