/** `npm run -s match < instance.json > plan.json [-- --seconds 15] [--seed 1]`: the neutral format in, a plan out. */
import { json } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { seededRandom } from '@sanxian/shared/testing';
import { matchFile } from '@sanxian/volunteers/match-file';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '15' }, seed: { type: 'string', default: '1' } },
});
const random = seededRandom(Number(values.seed));
const plan = matchFile(await json(process.stdin), {
  random: () => random.next(),
  // From the start of the process: reading counts.
  budget: { spent: () => performance.now() / (Number(values.seconds) * 1_000) },
});
process.stdout.write(`${JSON.stringify(plan)}\n`);
