// `npm run test:faults [-- jest arguments]`: what a machine can do to the servers, one after the other, under load. Needs root, strace
// and prlimit.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countResults } from '../jest/count-results.mjs';

const missing = ['strace', 'prlimit'].filter((program) => spawnSync(program, ['--version']).status !== 0);
if (missing.length > 0 || process.getuid?.() !== 0) {
  console.error(
    `Faults are made as root, with strace and prlimit${missing.length > 0 ? `; missing: ${missing.join()}` : ''}.`,
  );
  process.exit(78);
}
const folder = mkdtempSync(join(tmpdir(), 'sanxian-faults-'));
try {
  const report = join(folder, 'jest.json');
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const { status } = spawnSync(
    process.execPath,
    [
      ...jest,
      ...['--testMatch=**/*.faults.spec.ts', '--runInBand', '--testTimeout=300000', '--json', `--outputFile=${report}`],
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  );
  const { passed, failed } = countResults(report, status ?? 1);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
