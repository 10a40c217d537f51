// Runs what `npm test` promises and closes with one line, `N passed, N failed`: each test counts, and each check as one.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countResults } from './jest/count-results.mjs';

const checks = ['lint', 'typecheck', 'format:check', 'boundaries', 'openapi:check', 'openapi:lint', 'asyncapi:check'];
const atATime = 2;

const started = performance.now();
// First and alone: the crash test's types and the process tests stand on what is built.
const waiting = ['build'];
const results = /** @type {Result[]} */ ([]);
await runWaitingChecks();
waiting.push(...checks);
await Promise.all(Array.from({ length: atATime }, runWaitingChecks));
results.push(await runTests('test:unit'));
// Alone, since it measures how long a start and other promises with a deadline take.
results.push(await runTests('test:process'));

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log();
for (const { name, seconds, failed } of results) {
  console.log(`${failed ? 'FAILED' : 'ok    '} ${name} (${seconds.toFixed(1)} s)`);
}
console.log(`All in ${seconds(started).toFixed(1)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** Checks run beside each other, so each prints in one piece when it ends. */
async function runWaitingChecks() {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const from = performance.now();
    const { code, output } = await run(name, { output: 'kept' });
    console.log(`\n── npm run ${name}\n${output.trimEnd()}`);
    results.push({ name, seconds: seconds(from), passed: code ? 0 : 1, failed: code ? 1 : 0 });
  }
}

/**
 * @typedef {{ name: string, seconds: number, passed: number, failed: number }} Result
 *
 * @param {'test:unit' | 'test:process'} name
 * @returns {Promise<Result>}
 */
async function runTests(name) {
  const folder = mkdtempSync(join(tmpdir(), 'sanxian-checks-'));
  try {
    const report = join(folder, 'jest.json');
    const from = performance.now();
    console.log(`\n── npm run ${name}`);
    const { code } = await run(name, { output: 'passed on', arguments: ['--json', `--outputFile=${report}`] });
    return { name, seconds: seconds(from), ...countResults(report, code) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} script
 * @param {{ output: 'kept' | 'passed on', arguments?: string[] }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(script, options) {
  const stdio = options.output === 'kept' ? 'pipe' : 'inherit';
  const child = spawn('npm', ['run', '--silent', script, '--', ...(options.arguments ?? [])], {
    stdio: ['ignore', stdio, stdio],
  });
  const chunks = /** @type {Buffer[]} */ ([]);
  child.stdout?.on('data', (chunk) => chunks.push(chunk));
  child.stderr?.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** @param {number} from */
function seconds(from) {
  return (performance.now() - from) / 1000;
}
