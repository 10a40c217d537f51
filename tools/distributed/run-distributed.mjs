// `npm run test:distributed [-- jest arguments]`: every *.distributed.spec.ts, on the servers that .ci/infra wrote into
// .infra/env or that the environment names.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

if (existsSync('.infra/env')) process.loadEnvFile('.infra/env');
if (!process.env.KAFKA_BROKERS) {
  console.error('KAFKA_BROKERS is missing: run `.ci/infra up` (Debian, root), or name the brokers of a Kafka cluster.');
  process.exit(1);
}
// With these jars the tests can start and stop brokers of their own.
const jars = join('.infra', 'kafka', 'lib');
if (!process.env.KAFKA_LIB && existsSync(jars)) process.env.KAFKA_LIB = jars;

const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--testMatch=**/*.distributed.spec.ts',
    '--runInBand',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
