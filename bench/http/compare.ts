import { applyLoad, type HttpRequest, medians, type Sample, warmUp } from './http-load.js';

/** A running server, ours or a reference. */
export interface Subject {
  readonly url: string;
  readonly processIds: readonly number[];
  /** Events that are still on their way. */
  readonly backlog: () => Promise<number>;
  /** Resolves when nothing is at work any more. */
  readonly settled: () => Promise<void>;
}

export interface Comparison {
  readonly ours: Subject;
  readonly reference: Subject;
  readonly connections: number;
  readonly next: Readonly<Record<'ours' | 'reference', (connection: number) => HttpRequest>>;
  readonly seconds: number;
  readonly rounds: number;
}

export interface Compared {
  readonly ours: Sample;
  readonly reference: Sample;
  /** Of our events, when the load ended: the most of all rounds. */
  readonly backlog: number;
}

/** Ours and the reference in turn, so that what else the machine does meets both. Medians of all rounds. */
export async function compare({ ours, reference, rounds, next, ...load }: Comparison): Promise<Compared> {
  const loadOf = {
    ours: { ...load, ...ours, next: next.ours },
    reference: { ...load, ...reference, next: next.reference },
  };
  for (const subject of [loadOf.ours, loadOf.reference]) {
    await warmUp({ ...subject, seconds: 1.5 });
    await subject.settled();
  }
  const samples: Record<'ours' | 'reference', Sample[]> = { ours: [], reference: [] };
  let backlog = 0;
  for (let round = 0; round < rounds; round += 1) {
    samples.ours.push(await applyLoad(loadOf.ours));
    backlog = Math.max(backlog, await ours.backlog());
    await ours.settled();
    samples.reference.push(await applyLoad(loadOf.reference));
    await reference.settled();
  }
  return { ours: medians(samples.ours), reference: medians(samples.reference), backlog };
}
