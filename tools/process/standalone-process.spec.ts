import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, temporaryFolder } from '@sanxian/shared/testing';
import { runToEnd } from './run-to-end.js';
import { ServerProcess, standaloneEntry } from './server-process.js';

const mebibyte = 1024 * 1024;

/** Resident memory in bytes, as the kernel counts it. */
function residentMemory(processId: number): number {
  const kibibytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
  return Number(kibibytes) * 1024;
}

/** What the server loads before it does anything: how long that takes says how fast the machine is today. */
const libraries = [
  ...['@nestjs/core', '@nestjs/platform-fastify', '@nestjs/microservices'],
  ...['typeorm', 'better-sqlite3', 'class-validator', 'jose', 'luxon'],
];
/** As measured where the budgets of the start were set. */
const usualLoadMilliseconds = 800;

/** 1, or how many times slower this machine is than the one the budgets were set on. */
function paceOfThisMachine(): number {
  const load = libraries.map((library) => `await import('${library}');`).join(' ');
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    execFileSync(process.execPath, ['--input-type=module', '--eval', load], { cwd: import.meta.dirname });
    return performance.now() - started;
  });
  return Math.max(1, times.toSorted((one, other) => one - other)[1]! / usualLoadMilliseconds);
}

describe('the one-process edition as a process', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let server: ServerProcess;

  beforeEach(async () => {
    folder = temporaryFolder();
    server = await ServerProcess.on(join(folder.path, 'data'));
  });

  afterEach(async () => {
    await server.kill();
    folder.remove();
  });

  it('is ready within its budgets, keeps its secrets to itself, and stops on SIGTERM', async () => {
    const pace = paceOfThisMachine();
    const first = await server.start();
    expect(residentMemory(server.processId)).toBeLessThan(200 * mebibyte);
    await server.stop();
    const second = await server.start();
    console.log(
      `ready after ${Math.round(first)} ms on a new folder, ${Math.round(second)} ms on an old one; pace ${pace.toFixed(2)}`,
    );
    expect(first).toBeLessThan(5_000 * pace);
    expect(second).toBeLessThan(2_000 * pace);
    await server.stop();
    for (const secret of ['master.key', 'people.key', 'signing.key', 'demo-accounts.json']) {
      expect(statSync(join(server.folder, secret)).mode & 0o777).toBe(0o600);
    }
  });

  it('fills its demo city in the background, stops in the middle of it, and goes on at the next start', async () => {
    const progress = join(server.folder, 'demo-progress');
    const settled = () =>
      readFileSync(progress, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith(' done')).length;
    await server.start();
    await eventually(() => expect(settled()).toBeGreaterThan(0), { withinMilliseconds: 30_000 });
    const stopping = performance.now();
    await server.stop();
    console.log(`stopped after ${Math.round(performance.now() - stopping)} ms with people moving in`);
    expect(performance.now() - stopping).toBeLessThan(8_000);
    const before = settled();
    await server.start();
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    await eventually(() => expect(settled()).toBeGreaterThan(before), { withinMilliseconds: 30_000 });
    expect(existsSync(join(server.folder, 'demo-seeded'))).toBe(false);
  });

  it('loads no telemetry that nobody asked for', async () => {
    const list = `
      import { createRequire } from 'node:module';
      const { cache } = createRequire(${JSON.stringify(standaloneEntry)});
      process.on('exit', () => {
        const loaded = (name) => Object.keys(cache).some((file) => file.includes(name));
        console.log('metrics', loaded('/prom-client/'), 'telemetry', loaded('/@opentelemetry/sdk-'));
      });`;
    server = await ServerProcess.on(join(folder.path, 'data'), {
      preload: `data:text/javascript,${encodeURIComponent(list)}`,
    });
    await server.start();
    await server.stop();
    expect(server.lastOutput()).toContain('metrics true telemetry false');
  });

  it('lets no second process onto its folder', async () => {
    await server.start();
    const { code, output } = await runToEnd({ PORT: '0', SANXIAN_DATA_DIR: server.folder });
    expect(code).toBe(1);
    expect(output).toContain('Another Sanxian process is using');
  });

  it('says what to do when the port is taken', async () => {
    await server.start();
    const { port } = new URL(server.url);
    const { code, output } = await runToEnd({ PORT: port, SANXIAN_DATA_DIR: join(folder.path, 'other') });
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is taken`);
    expect(output).not.toContain(' at ');
  });

  it('says what to do when the folder cannot be written', async () => {
    const file = join(folder.path, 'a-file');
    writeFileSync(file, '');
    const { code, output } = await runToEnd({ PORT: '0', SANXIAN_DATA_DIR: join(file, 'data') });
    expect(code).toBe(1);
    expect(output).toContain('cannot be written');
  });

  it('lists all that is wrong with its environment and ends with 78', async () => {
    const { code, output } = await runToEnd({
      PORT: 'http',
      SMS_WEBHOOK_URL: 'ftp://x',
      SANXIAN_DATA_DIR: server.folder,
    });
    expect(code).toBe(78);
    expect(output).toMatch(/PORT[^]*SMS_WEBHOOK_URL/);
  });

  it('does not start in production on demo data, nor without a way to send codes', async () => {
    const production = { NODE_ENV: 'production', PORT: '0', SANXIAN_DATA_DIR: server.folder };
    expect(await runToEnd({ ...production, SMS_WEBHOOK_URL: '' }, ['--empty'])).toMatchObject({ code: 78 });
    const other = await ServerProcess.on(join(folder.path, 'demo'));
    await other.start();
    await other.stop();
    const refused = await runToEnd({ ...production, SANXIAN_DATA_DIR: other.folder });
    expect(refused.code).toBe(78);
    expect(refused.output).toContain('demo data');
  });
});
