import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { seededRandom, temporaryFolder } from '@sanxian/shared/testing';
import { damageIn } from '../crash/check-files.js';
import { contradictions } from '../crash/check-history.js';
import { waitUntilSettled } from '../crash/wait-until-settled.js';
import { Workload } from '../crash/workload.js';
import { pass } from '../faults/run-under-fault.js';
import { runToEnd } from './run-to-end.js';
import { builtEntry, ServerProcess } from './server-process.js';

const rate = 100;

let folder: ReturnType<typeof temporaryFolder>;
let server: ServerProcess;
let restored: ServerProcess;

beforeEach(async () => {
  folder = temporaryFolder();
  server = await ServerProcess.on(join(folder.path, 'data'), { flags: ['--village'] });
  restored = await ServerProcess.on(join(folder.path, 'backup'), { port: server.port });
});

afterEach(async () => {
  await server.kill();
  await restored.kill();
  folder.remove();
});

/** Beside us: whoever writes here must not wait for it. */
const backUp = async (...more: string[]): Promise<string> => {
  const program = builtEntry('standalone/dist/deploy/backup/back-up.main.js');
  const flags = ['--from', server.folder, '--to', restored.folder, ...more];
  return (await promisify(execFile)(process.execPath, [program, ...flags])).stdout;
};

it('a backup taken under load holds every write acknowledged before it, and its events go on from there', async () => {
  const random = seededRandom(Date.now() % 1_000_000);
  console.log(`seed ${random.seed}`);
  await server.start();
  const up = () => Promise.resolve();
  const before = await Workload.prepare(server.url, server.folder, up);
  const during = await Workload.prepare(server.url, server.folder, up);
  let over = false;
  const first = before.run(rate, random, () => over);
  await pass(5);
  over = true;
  expect(await first).toEqual([]);
  let stopped = false;
  const second = during.run(rate, random, () => stopped);
  await pass(1);
  console.log(await backUp('--keys'));
  await pass(1);
  stopped = true;
  expect(await second).toEqual([]);
  await server.kill();
  await restored.start();
  expect(await waitUntilSettled(restored.folder)).toEqual([]);
  expect(await contradictions(before.citizens, before.shifts)).toEqual([]);
  expect(before.citizens.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(200);
  for (const { api } of [...before.citizens, ...during.citizens]) await api.close();
  await restored.stop();
  expect(damageIn(restored.folder)).toEqual([]);
});

it('a backup holds no keys unless asked, does not open without them, and overwrites nothing', async () => {
  await server.start();
  expect(await backUp()).toContain('Without the keys');
  for (const name of ['master.key', 'people.key', 'signing.key', 'demo-accounts.json']) {
    expect(existsSync(join(restored.folder, name))).toBe(false);
  }
  const { code, output } = await runToEnd({ PORT: '0', SANXIAN_DATA_DIR: restored.folder });
  expect(code).toBe(78);
  expect(output).toContain('these keys are missing');
  await expect(backUp()).rejects.toThrow('is not empty');
});
