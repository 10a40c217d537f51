/**
 * `npm run -s match < instance.json > plan.json [-- --seconds 15] [--seed 1] [--threads 2] [--report]`: the neutral format in, a plan out. Each
 * thread searches with a seed of its own; the best plan counts. With `--report` a line of JSON on stderr says what it comes to and what it took.
 */
import { availableParallelism } from 'node:os';
import { json } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { compareLevels, type MatchedFile } from '@sanxian/volunteers/match-file';
import type { MatchOrder } from './match-thread.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: String(Math.min(4, availableParallelism())) },
    report: { type: 'boolean', default: false },
  },
});
// From the start of the process: reading counts.
const endsAt = performance.timeOrigin + Number(values.seconds) * 1_000;
const instance = (await json(process.stdin)) as { rules?: { max_assignments?: unknown } };
// One shift a person is solved exactly: one thread is enough.
const threads = instance.rules?.max_assignments === 1 ? 1 : Number(values.threads);
const plans = await Promise.all(Array.from({ length: threads }, (_, index) => matched(Number(values.seed) + index)));
const best = plans.reduce((one, other) => (compareLevels(other.levels, one.levels) > 0 ? other : one));
process.stdout.write(`${JSON.stringify(best.plan)}\n`);
if (values.report) {
  const { plan: _, ...found } = best;
  const mebibytes = Math.round(process.resourceUsage().maxRSS / 1_024);
  process.stderr.write(`${JSON.stringify({ ...found, mebibytes, seconds: performance.now() / 1_000 })}\n`);
}

function matched(seed: number): Promise<MatchedFile> {
  const order: MatchOrder = { instance, seed, endsAt };
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('match-thread.ts', import.meta.url), { workerData: order });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
