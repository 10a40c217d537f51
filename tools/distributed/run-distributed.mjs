// `npm run test:distributed [-- jest arguments]`: what has to hold on Kafka and MySQL, on the servers that .ci/infra wrote into
// .infra/env or that the environment names. With arguments only the specs of their own, `*.distributed.spec.ts`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runJest } from '../jest/run-jest.mjs';

if (existsSync('.infra/env')) process.loadEnvFile('.infra/env');
const missing = ['KAFKA_BROKERS', 'TEST_MYSQL_URL'].filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error(`${missing.join(' and ')} missing: run \`npm run infra:up\`, or \`.ci/infra up\` on Debian as root.`);
  process.exit(78);
}
// With these jars the tests can start and stop brokers of their own.
const jars = join('.infra', 'kafka', 'lib');
if (!process.env.KAFKA_LIB && existsSync(jars)) process.env.KAFKA_LIB = jars;

const services = '(gateway|donations|volunteers|notifications)';
const runs = [
  { name: 'distributed', arguments: ['--testMatch=**/*.distributed.spec.ts', '--runInBand', ...process.argv.slice(2)] },
  {
    name: 'api on MySQL',
    arguments: [
      `apps/${services}/|libs/shared/|\\.mysql\\.spec`,
      '--maxWorkers=2',
      '--testPathIgnorePatterns',
      ...['/node_modules/', '/dist/', 'distributed\\.spec', '/pre-screen/', '/pre-screen-rules/'],
    ],
  },
  {
    name: 'api on four processes, MySQL and Kafka',
    arguments: [...blackBoxSpecs(), '--runInBand'],
    environment: { TEST_SYSTEM: 'split' },
  },
].slice(0, process.argv.length > 2 ? 1 : undefined);
const results = runs.map(runJest);

console.log();
for (const { name, seconds, failed } of results) console.log(`${failed ? 'FAILED' : 'ok    '} ${name} (${seconds} s)`);
const sum = (/** @type {'passed' | 'failed'} */ what) => results.reduce((all, result) => all + result[what], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

/** Every spec that speaks to a system by HTTP alone, whatever it consists of. */
function blackBoxSpecs() {
  const folder = join('apps', 'standalone', 'test');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => join(folder, file))
    .filter((file) => readFileSync(file, 'utf8').includes('startTestSystem('));
}
