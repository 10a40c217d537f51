import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countResults } from './count-results.mjs';

/**
 * Runs Jest to its end, its output passed on.
 *
 * @param {{ name: string, arguments: string[], environment?: Record<string, string> }} run
 */
export function runJest(run) {
  const folder = mkdtempSync(join(tmpdir(), 'sanxian-jest-'));
  const report = join(folder, 'jest.json');
  const from = performance.now();
  console.log(`\n── ${run.name}`);
  try {
    const { status } = spawnSync(
      process.execPath,
      [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        'node_modules/jest/bin/jest.js',
        '--json',
        `--outputFile=${report}`,
        ...run.arguments,
      ],
      { stdio: 'inherit', env: { ...process.env, ...run.environment } },
    );
    const seconds = ((performance.now() - from) / 1_000).toFixed(1);
    return { name: run.name, seconds, ...countResults(report, status ?? 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
