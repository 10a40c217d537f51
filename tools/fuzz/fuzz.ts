/**
 * Sends what nobody would think of to a server started fresh, as nobody, as a citizen and as a coordinator, and holds every
 * answer against the committed OpenAPI documents: no 5xx, nothing outside its schema.
 *
 * npm run test:fuzz -- [--seed N] [--cases N]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { wholeDocument } from '../openapi/whole-document.js';
import { ServerProcess } from '../process/server-process.js';
import { callers, type Caller } from './callers.js';
import { schemathesis } from './python-environment.js';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '20181104' }, cases: { type: 'string', default: '6' } },
});
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
/** The one operation that would end the run: it comes last. */
const logOut = '/api/v1/auth/sessions/current';
const secondsPerRun = 420;

const program = schemathesis();
const folder = mkdtempSync(join(tmpdir(), 'sanxian-fuzz-'));
const server = await ServerProcess.on(join(folder, 'data'), { flags: ['--village'] });
let passed = 0;
let failed = 0;
console.log(`seed ${values.seed}`);
try {
  await server.start({ withinMilliseconds: 60_000 });
  for (const caller of await callers(server.url, join(folder, 'data'), withoutShadows(wholeDocument()))) {
    await run(caller, 'everything but logging out', ['--exclude-path', logOut]);
    await run(caller, 'logging out', ['--include-path', logOut]);
  }
  await server.stop();
} finally {
  await server.kill();
  rmSync(folder, { recursive: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * The fuzzer would send one Idempotency-Key and one If-Match over and over, and hear of nothing but a key used twice (422) and
 * of a stale version (412).
 */
function withoutShadows(whole: OpenAPIObject): OpenAPIObject {
  for (const operation of Object.values(whole.paths).flatMap((item) => Object.values(item) as Operation[])) {
    operation.parameters = operation.parameters?.filter((parameter) => !('$ref' in parameter));
  }
  return whole;
}

interface Report {
  readonly running_time: number;
  readonly operations: { readonly tested: number };
  readonly test_cases: { readonly generated: number; readonly unique_failures: number };
  /** How many requests fit for an operation were taken, by phase. */
  readonly valid_rates: Readonly<Record<string, Readonly<Record<string, { readonly accepted: number }>>>>;
}

async function run(caller: Caller, what: string, filter: readonly string[]): Promise<void> {
  const document = join(folder, `${caller.name}.openapi.json`);
  writeFileSync(document, JSON.stringify(caller.document));
  const report = join(folder, `${caller.name}.json`);
  const config = fileURLToPath(new URL('schemathesis.toml', import.meta.url));
  const { good, output } = await runBounded(program, [
    ...['--config-file', config, 'run', document, '--url', server.url, '--no-color'],
    ...['--seed', values.seed, '--max-examples', values.cases, '--generation-database', 'none', '--warnings', 'off'],
    ...['--report', 'json', '--report-json-path', report],
    ...(caller.token ? ['--header', `Authorization: Bearer ${caller.token}`] : []),
    ...filter,
  ]);
  if (good) passed += 1;
  else failed += 1;
  console.log(`${good ? 'ok' : 'NOT OK'} – ${caller.name}, ${what}: ${counts(report)}`);
  if (!good) console.log(output);
}

/** In a process group of its own: the fuzzer ends all of its group when it is told to end. */
async function runBounded(file: string, parameters: readonly string[]): Promise<{ good: boolean; output: string }> {
  const child = spawn(file, parameters, { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const tooLong = setTimeout(() => {
    output += `\nStopped after ${secondsPerRun} s`;
    process.kill(-child.pid!, 'SIGKILL');
  }, secondsPerRun * 1000);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(tooLong);
  return { good: code === 0, output };
}

function counts(file: string): string {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const { generated, unique_failures: findings } = report.test_cases;
    const reached = Object.values(report.valid_rates).filter((phases) =>
      Object.values(phases).some(({ accepted }) => accepted > 0),
    );
    return `${generated} requests to ${report.operations.tested} operations, of which ${reached.length} did what was asked, ${findings} findings in ${report.running_time.toFixed(1)} s`;
  } catch {
    return 'no report';
  }
}
