/**
 * How good and how fast matching is, beside a greedy roster and HiGHS in the same run; each in a process of its own.
 *
 * npm run bench:matching -- [--only name,…|reads|mysql] [--seconds 15] [--highs-seconds 300]
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { checkPlan, type RawInstance } from '../../apps/volunteers/test/matching/check-plan.js';
import { printFigure } from '../figures/figure.js';
import { type BenchInstance, benchInstances } from './bench-instances.js';
import { secondsToRead } from './read-from-mysql.js';
import { readsWhileRunning } from './reads-while-running.js';

// MySQL is the one that `.ci/infra up` wrote down, or that the environment names.
if (existsSync('.infra/env')) process.loadEnvFile('.infra/env');

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seconds: { type: 'string', default: '15' },
    'highs-seconds': { type: 'string', default: '300' },
  },
});

interface Reference {
  readonly levels: number[] | null;
  readonly seconds: number;
  readonly pairs: number;
}

interface Report {
  readonly levels: number[];
  readonly bounds: (number | null)[];
  readonly searched: number;
  readonly mebibytes: number;
  readonly seconds: number;
}

const fromSource = ['-C', 'sanxian:source', '--import', '@swc-node/register/esm-register'];
const wanted = values.only?.split(',');
const rows: object[] = [];
for (const instance of benchInstances.filter(({ name }) => wanted?.includes(name) ?? true)) {
  const row = await measure(instance);
  rows.push(row);
  console.log(line(row));
}
if (!wanted || wanted.includes('reads')) {
  const figure = await readsWhileRunning();
  rows.push(figure);
  printFigure(figure);
}
if (process.env.TEST_MYSQL_URL && (!wanted || wanted.includes('mysql'))) {
  for (const volunteers of [1_000, 5_000, 20_000]) {
    const seconds = await secondsToRead(volunteers);
    rows.push({ name: `read ${volunteers} volunteers from MySQL`, seconds });
    console.log(`${volunteers} volunteers read from MySQL in ${seconds.toFixed(2)} s`);
  }
}
const folder = join('bench', 'results');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, `matching-${new Date().toISOString().replaceAll(':', '-')}.json`),
  JSON.stringify(rows, null, 2),
);

type Row = Awaited<ReturnType<typeof measure>>;

async function measure({ name, make, known, oneShift }: BenchInstance) {
  const instance = JSON.stringify(make());
  const ours = await child(['tools/matching/match.ts', '--seconds', values.seconds, '--report'], instance);
  const report = JSON.parse(ours.err.trim().split('\n').at(-1)!) as Report;
  const { faults, levels } = checkPlan(JSON.parse(instance) as RawInstance, JSON.parse(ours.out) as never);
  const greedy = JSON.parse((await child(['bench/matching/reference.main.ts', 'greedy'], instance)).out) as Reference;
  const highs = oneShift ? await byHighs(instance) : null;
  return { name, pairs: greedy.pairs, known: known ?? null, faults, ...report, checked: levels, greedy, highs };
}

/** Null where it runs out of memory or time. */
async function byHighs(instance: string): Promise<Reference | null> {
  try {
    const { out } = await child(['bench/matching/reference.main.ts', 'highs', values['highs-seconds']], instance);
    return JSON.parse(out) as Reference;
  } catch {
    return null;
  }
}

async function child(args: readonly string[], input: string): Promise<{ out: string; err: string }> {
  const env = { ...process.env, SWC_NODE_PROJECT: 'tsconfig.check.json' };
  const running = spawn(process.execPath, [...fromSource, ...args], { env, stdio: 'pipe' });
  const closed = new Promise<number | null>((resolve) => running.once('close', resolve));
  // A child that dies early reads no more of it; how it ended is said below.
  running.stdin.on('error', () => undefined);
  running.stdin.end(input);
  const [out, err] = await Promise.all([text(running.stdout), text(running.stderr)]);
  const code = await closed;
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${err.slice(-500)}`);
  return { out, err };
}

function line({
  name,
  pairs,
  known,
  faults,
  levels,
  bounds,
  searched,
  seconds,
  mebibytes,
  greedy,
  highs,
}: Row): string {
  const best: readonly (number | null)[] = known ?? bounds;
  const gaps = (of: readonly number[]) => of.map((level, index) => gap(best[index] ?? null, level)).join(' / ');
  const parts = [
    `${name} (${pairs} pairs): [${levels.join(', ')}], gap ${gaps(levels)} % to ${known ? 'the best known' : 'the bound'}`,
    `searched ${(searched / 1_000).toFixed(2)} s, ${seconds.toFixed(2)} s and ${mebibytes} MiB in all`,
    `greedy ${greedy.levels ? gaps(greedy.levels) : '–'} %`,
  ];
  if (highs?.levels)
    parts.push(
      `HiGHS ${highs.seconds.toFixed(2)} s, ${(highs.seconds / (searched / 1_000)).toFixed(1)}×, ${gaps(highs.levels)} %`,
    );
  if (highs && !highs.levels) parts.push('HiGHS did not finish');
  if (faults.length > 0) parts.push(`${faults.length} FAULTS`);
  return parts.join(' · ');
}

/** A question mark where it is not known what could be reached. */
function gap(best: number | null, level: number): string {
  if (best === null) return '?';
  if (best === 0) return level === 0 ? '0.00' : '–';
  return ((100 * (best - level)) / Math.abs(best)).toFixed(2);
}
