import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { seededRandom, temporaryFolder } from '@sanxian/shared/testing';
import { contradictions } from '../crash/check-history.js';
import { Workload } from '../crash/workload.js';
import { pass } from '../faults/run-under-fault.js';
import { builtEntry } from '../process/server-process.js';
import { damageIn } from '../rolling/split-damage.js';
import { untilSettled } from '../rolling/until-settled.js';
import { SplitSystem } from '../split/split-system.js';
import { testInfrastructure, type TestInfrastructure } from '../split/test-infrastructure.js';

const writesPerSecond = 25;

let folder: ReturnType<typeof temporaryFolder>;
let first: TestInfrastructure;
let second: TestInfrastructure;

beforeAll(async () => {
  folder = temporaryFolder();
  first = await testInfrastructure();
  second = await testInfrastructure();
});

afterAll(async () => {
  await first.remove();
  await second.remove();
  folder.remove();
});

/** A file as `npm run backup` and `npm run move` take it. */
function variablesFile(name: string, variables: Readonly<Record<string, string>>): string {
  const file = join(folder.path, name);
  const keys = ['master', 'people', 'signing'];
  const keyFiles = keys.map((key) => `${key.toUpperCase()}_KEY_FILE=${join(folder.path, 'split', `${key}.key`)}\n`);
  const lines = Object.entries(variables).map(([variable, value]) => `${variable}=${value}\n`);
  writeFileSync(file, [...lines, ...keyFiles].join(''));
  return file;
}

const run = async (program: string, ...flags: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [builtEntry(`standalone/dist/${program}.main.js`), ...flags])).stdout;

it('a backup of four processes under load is restored elsewhere with every write acknowledged before it', async () => {
  const random = seededRandom(Date.now() % 1_000_000);
  console.log(`seed ${random.seed}`);
  const system = await SplitSystem.start({
    // Groups of members that were killed can be removed no earlier.
    infrastructure: { ...first.variables, KAFKA_SESSION_SECONDS: '6' },
    folder: folder.path,
    demo: true,
  });
  await system.fillDemo('village');
  const up = () => Promise.resolve();
  const before = await Workload.prepare(system.url, folder.path, up);
  const during = await Workload.prepare(system.url, folder.path, up);
  let over = false;
  const writing = before.run(writesPerSecond, random, () => over);
  await pass(10);
  over = true;
  expect(await writing).toEqual([]);
  let stopped = false;
  const goingOn = during.run(writesPerSecond, random, () => stopped);
  await pass(2);
  const backup = join(folder.path, 'backup');
  const said = await run(
    'deploy/backup/back-up',
    '--from',
    variablesFile('first.env', first.variables),
    '--to',
    backup,
  );
  console.log(said);
  expect(said).toContain('Without the keys');
  stopped = true;
  expect(await goingOn).toEqual([]);
  for (const process of system.all) await process.kill();

  // The keys were kept somewhere else, and are brought from there.
  const target = variablesFile('second.env', second.variables);
  console.log(await run('deploy/move/move', '--from', backup, '--to', target));
  const restored = await SplitSystem.start({
    infrastructure: second.variables,
    folder: folder.path,
    port: system.processes.gateway[0]!.port,
    demo: false,
  });
  try {
    await untilSettled(restored, 120_000);
    expect([...(await contradictions(before.citizens, before.shifts)), ...(await damageIn(second))]).toEqual([]);
    expect(before.citizens.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(100);
    for (const { api } of [...before.citizens, ...during.citizens]) await api.close();
  } finally {
    await restored.stop();
  }
}, 300_000);
