// `npm run test:faults [-- standalone|split] [--long]`: what a machine can do to the servers, one after the other, under load. Needs root,
// strace, prlimit, and for split mode the servers of `.ci/infra up`, which it kills and brings back. `--long` adds what takes an hour: each
// fault three times, lost answers, slow links, clocks that jump, two versions at once, half an hour of load.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runJest } from '../jest/run-jest.mjs';

const long = process.argv.includes('--long');
const named = process.argv.slice(2).filter((argument) => argument !== '--long');
const editions = named.length > 0 ? named : ['standalone', 'split'];
const missing = ['strace', 'prlimit'].filter((program) => spawnSync(program, ['--version']).status !== 0);
if (process.getuid?.() !== 0) missing.push('root');
if (editions.includes('split') && !existsSync('.infra/mysql/pid')) missing.push('the servers of `.ci/infra up`');
if (missing.length > 0) {
  console.error(`Faults cannot be made without ${missing.join(', ')}.`);
  process.exit(78);
}
if (existsSync('.infra/env')) process.loadEnvFile('.infra/env');
process.env.KAFKA_LIB ??= join('.infra', 'kafka', 'lib');
if (long) process.env.FAULT_ROUNDS ??= '3';
const { passed, failed } = runJest({
  name: 'faults',
  arguments: [
    ...editions.map((edition) => `--testMatch=**/${edition}.faults.spec.ts`),
    ...(long ? ['--testMatch=**/*.long-faults.spec.ts'] : []),
    ...['--runInBand', '--testTimeout=300000'],
  ],
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
