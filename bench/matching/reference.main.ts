/** `greedy` or `highs` on the instance of standard input, in a process of its own: levels and seconds as JSON. */
import { json } from 'node:stream/consumers';
import { levelsOf } from '../../apps/volunteers/src/matching/engine/levels.js';
import { pairTable } from '../../apps/volunteers/src/matching/engine/pair-table.js';
import { Roster } from '../../apps/volunteers/src/matching/engine/roster.js';
import { readInstance } from '../../apps/volunteers/src/matching/format/read-instance.js';
import { greedy } from './greedy.js';
import { solveByHighs } from './highs.js';

const [, , solver, seconds] = process.argv;
const instance = readInstance(await json(process.stdin));
const pairs = pairTable(instance);
const begun = performance.now();
let levels: number[] | undefined;
if (solver === 'highs') {
  levels = await solveByHighs(instance, pairs, Number(seconds));
} else {
  const roster = new Roster(instance, pairs);
  greedy(instance, pairs, roster);
  levels = levelsOf(instance, roster);
}
const took = (performance.now() - begun) / 1_000;
process.stdout.write(JSON.stringify({ levels: levels ?? null, seconds: took, pairs: pairs.locked }));
