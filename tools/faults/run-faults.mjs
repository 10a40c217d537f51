// `npm run test:faults [-- jest arguments]`: what a machine can do to the servers, one after the other, under load. Needs root, strace
// and prlimit.
import { spawnSync } from 'node:child_process';
import { runJest } from '../jest/run-jest.mjs';

const missing = ['strace', 'prlimit'].filter((program) => spawnSync(program, ['--version']).status !== 0);
if (missing.length > 0 || process.getuid?.() !== 0) {
  console.error(
    `Faults are made as root, with strace and prlimit${missing.length > 0 ? `; missing: ${missing.join()}` : ''}.`,
  );
  process.exit(78);
}
const { passed, failed } = runJest({
  name: 'faults',
  arguments: ['--testMatch=**/*.faults.spec.ts', '--runInBand', '--testTimeout=300000', ...process.argv.slice(2)],
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
