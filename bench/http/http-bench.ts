import type { Figure } from '../figures/figure.js';
import { logInCitizens, registerIntents, requestsOf, type Requests } from './citizens.js';
import { compare, type Subject } from './compare.js';

const connectionCounts = [1, 16, 64];
const intentsEach = 20;

export interface HttpBench {
  readonly name: string;
  readonly ours: Subject;
  readonly reference: Subject;
  readonly seconds: number;
  readonly rounds: number;
  readonly targets: { readonly writes: number; readonly reads: number };
}

/** Writes, lists and single reads of the same people on both. */
export async function* benchHttp({ name, targets, ...both }: HttpBench): AsyncGenerator<Figure> {
  const people = await logInCitizens(both.ours.url, Math.max(...connectionCounts));
  const readable = {
    ours: await registerIntents(both.ours.url, people, intentsEach),
    reference: await registerIntents(both.reference.url, people, intentsEach),
  };
  await both.ours.settled();
  const requests = { ours: requestsOf(people, readable.ours), reference: requestsOf(people, readable.reference) };
  const kinds: readonly (readonly [keyof Requests, number])[] = [
    ['list', targets.reads],
    ['read', targets.reads],
    ['write', targets.writes],
  ];
  for (const [kind, atLeast] of kinds) {
    for (const connections of connectionCounts) {
      const next = { ours: requests.ours[kind], reference: requests.reference[kind] };
      const { ours, reference, backlog } = await compare({ ...both, connections, next });
      yield {
        name: `${name}, ${kind}, ${connections} connections`,
        ours: { ...ours },
        reference: { ...reference },
        ratio: ours.perSecond / reference.perSecond,
        target: { atLeast },
        ...(kind === 'write' ? { remark: `${backlog} events on their way at the end` } : {}),
      };
    }
  }
}
