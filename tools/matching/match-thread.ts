import { parentPort, workerData } from 'node:worker_threads';
import { seededRandom } from '@sanxian/shared/testing';
import { matchFile } from '@sanxian/volunteers/match-file';

export interface MatchOrder {
  readonly instance: unknown;
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

const leastMilliseconds = 2_000;

const { instance, seed, endsAt } = workerData as MatchOrder;
const startedAt = Date.now();
// A slow start may have used it all up; a plan takes some time all the same.
const available = Math.max(leastMilliseconds, endsAt - startedAt);
const random = seededRandom(seed);
const matched = matchFile(instance, {
  random: () => random.next(),
  budget: { spent: () => (Date.now() - startedAt) / available },
});
parentPort?.postMessage(matched);
