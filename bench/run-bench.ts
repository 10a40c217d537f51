/**
 * How fast it is, as ratios to references that run in turn with it. The figures go into bench/results.
 *
 * npm run bench -- [--only one-process,split,…] [--seconds 4] [--rounds 3] [--profile <folder>]
 */
import { parseArgs } from 'node:util';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from './bench-options.js';
import { growthOnMysql } from './growth/growth-on-mysql.js';
import { growthOnSqlite } from './growth/growth-on-sqlite.js';
import { isMet, keepFigures, printFigure, type Figure } from './figures/figure.js';
import { oneProcess } from './http/one-process.js';
import { split } from './http/split.js';
import { delivery } from './messaging/delivery.js';
import { drain } from './messaging/drain.js';

const benches: Readonly<Record<string, (options: BenchOptions) => AsyncIterable<Figure>>> = {
  'one-process': oneProcess,
  split,
  drain,
  delivery,
  'growth-on-sqlite': growthOnSqlite,
  'growth-on-mysql': growthOnMysql,
};

// Kafka and MySQL are those that `.ci/infra up` wrote down, or that the environment names.
if (existsSync('.infra/env')) process.loadEnvFile('.infra/env');
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    profile: { type: 'string' },
  },
});
const profiler = fileURLToPath(new URL('profile/keep-profile.mjs', import.meta.url));
const options: BenchOptions = {
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  profile: values.profile ? { NODE_OPTIONS: `--import ${profiler}`, PROFILE_FOLDER: values.profile } : {},
};
const names = values.only?.split(',') ?? Object.keys(benches);
const figures: Figure[] = [];
for (const name of names) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench ${name}; there are ${Object.keys(benches).join(', ')}`);
  for await (const figure of bench(options)) {
    figures.push(figure);
    printFigure(figure);
  }
}
const missed = figures.filter((figure) => !isMet(figure)).length;
console.log(`${figures.length - missed} of ${figures.length} targets met; kept in ${keepFigures(figures)}`);
