import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom, temporaryFolder } from '@sanxian/shared/testing';
import { contradictions } from '../crash/check-history.js';
import { Workload } from '../crash/workload.js';
import { pass } from '../faults/run-under-fault.js';
import { builtEntry, ServerProcess } from '../process/server-process.js';
import { damageIn } from '../rolling/split-damage.js';
import { untilSettled } from '../rolling/until-settled.js';
import { SplitSystem } from '../split/split-system.js';
import { testInfrastructure, type TestInfrastructure } from '../split/test-infrastructure.js';

let folder: ReturnType<typeof temporaryFolder>;
let infrastructure: TestInfrastructure;

beforeAll(async () => {
  folder = temporaryFolder();
  infrastructure = await testInfrastructure();
});

afterAll(async () => {
  await infrastructure.remove();
  folder.remove();
});

/** @param cutAfter ends it with -9 as soon as it has said so much */
async function move(from: string, cutAfter?: RegExp): Promise<{ code: number | null; said: string }> {
  const child = spawn(
    process.execPath,
    [builtEntry('standalone/dist/deploy/move/move.main.js'), '--from', from, '--to', join(folder.path, 'target.env')],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (cutAfter?.test(said)) child.kill('SIGKILL');
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

it('a folder cut off in its work moves into split mode, cut off itself, and every write is there once', async () => {
  const random = seededRandom(Date.now() % 1_000_000);
  console.log(`seed ${random.seed}`);
  const data = join(folder.path, 'data');
  const server = await ServerProcess.on(data, { flags: ['--village'] });
  await server.start();
  const workload = await Workload.prepare(server.url, data, () => Promise.resolve());
  let over = false;
  const writing = workload.run(100, random, () => over);
  await pass(8);
  over = true;
  expect(await writing).toEqual([]);
  // With facts that have not travelled yet.
  await server.kill();

  const keys = Object.fromEntries(
    ['master', 'people', 'signing'].map((name) => [
      `${name.toUpperCase()}_KEY_FILE`,
      join(folder.path, 'split', `${name}.key`),
    ]),
  );
  const target = { ...infrastructure.variables, ...keys };
  const lines = Object.entries(target).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(folder.path, 'target.env'), lines.join(''));
  const cut = await move(data, /^donations\.\w+: \d/m);
  expect(cut).toMatchObject({ code: null, said: expect.not.stringContaining('Everything is there') as unknown });
  const whole = await move(data);
  console.log(whole.said);
  expect(whole).toMatchObject({ code: 0, said: expect.stringContaining('gateway.accounts: ') as unknown });
  expect(await move(data)).toMatchObject({ code: 0 });

  const other = await ServerProcess.on(join(folder.path, 'other'), { flags: ['--village'] });
  await other.start();
  await other.stop();
  expect(await move(other.folder)).toMatchObject({
    code: 78,
    said: expect.stringContaining('holds another key') as unknown,
  });

  const system = await SplitSystem.start({
    infrastructure: infrastructure.variables,
    folder: folder.path,
    port: server.port,
    demo: false,
  });
  try {
    await untilSettled(system, 120_000);
    expect([
      ...(await contradictions(workload.citizens, workload.shifts)),
      ...(await damageIn(infrastructure)),
    ]).toEqual([]);
    for (const { api } of workload.citizens) await api.close();
  } finally {
    await system.stop();
  }
}, 300_000);
