/**
 * Kills the one-process edition with -9 at random moments under mixed writes and checks that nothing acknowledged is
 * lost, nothing happens twice, and order is kept. Then breaks mechanisms on purpose, one after the other, and sees the check go red.
 *
 * npm run test:crash -- [--seed N] [--kills 15] [--minutes 5] [--rate 200] [--only main|<sabotage>]
 */
import { parseArgs } from 'node:util';
import { seededRandom } from '@sanxian/shared/testing';
import type { FaultRun } from '../faults/run-under-fault.js';
import { runUnderKills, sabotages } from './run-under-kills.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: { type: 'string', default: '15' },
    minutes: { type: 'string', default: '5' },
    rate: { type: 'string', default: '200' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const rate = Number(values.rate);
let passed = 0;
let failed = 0;

function report(name: string, good: boolean, { contradictions }: FaultRun): void {
  if (good) passed += 1;
  else failed += 1;
  console.log(`${good ? 'ok' : 'NOT OK'} – ${name}: ${contradictions.length} contradictions`);
  for (const line of contradictions.slice(0, good ? 3 : 40)) console.log(`    ${line}`);
}

console.log(`seed ${seed}`);
if (!values.only || values.only === 'main') {
  const kills = Number(values.kills);
  const run = await runUnderKills({ random: seededRandom(seed), rate, kills, seconds: Number(values.minutes) * 60 });
  report('nothing lost, nothing doubled, order kept', run.contradictions.length === 0, run);
}
for (const sabotage of sabotages) {
  if (values.only && values.only !== sabotage) continue;
  const run = await runUnderKills({ random: seededRandom(seed), rate, kills: 4, seconds: 32, sabotage });
  report(`the check goes red with ${sabotage}`, run.contradictions.length > 0, run);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
