import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { seededRandom, temporaryFolder } from '@sanxian/shared/testing';
import { contradictions } from '../../crash/check-history.js';
import { Workload } from '../../crash/workload.js';
import { builtEntry, type ServerProcess } from '../../process/server-process.js';
import { damageIn } from '../../rolling/split-damage.js';
import { untilSettled } from '../../rolling/until-settled.js';
import { prepare, type ProcessName, SplitSystem } from '../../split/split-system.js';
import { testInfrastructure, type TestInfrastructure } from '../../split/test-infrastructure.js';
import { pass } from '../run-under-fault.js';
import { buildEarlierVersion } from './earlier-version.js';

const instances = 2;
const sideBySideSeconds = 15;

let folder: ReturnType<typeof temporaryFolder>;
let infrastructure: TestInfrastructure;
let system: SplitSystem | undefined;
const replacements: ServerProcess[] = [];

beforeAll(async () => {
  folder = temporaryFolder();
  const checkout = await buildEarlierVersion(folder.path);
  infrastructure = await testInfrastructure();
  system = await SplitSystem.start({
    infrastructure: infrastructure.variables,
    folder: folder.path,
    instances,
    demo: true,
    checkout,
  });
  await system.fillDemo('village');
}, 600_000);

afterAll(async () => {
  for (const process of [...(system?.all ?? []), ...replacements]) await process.stop();
  await infrastructure.remove();
  folder.remove();
}, 60_000);

it('an earlier version gives way instance by instance, while people write to both', async () => {
  if (!system) throw new Error('The earlier version did not start');
  const random = seededRandom(Date.now() % 1_000_000);
  console.log(`seed ${random.seed}`);
  const gateways = system.processes.gateway.map(({ url }) => url);
  const workload = await Workload.prepare(gateways, folder.path, () => Promise.resolve());
  let over = false;
  const writing = workload.run(20, random, () => over);
  // As a deployment does it: the tables first, for both versions.
  await prepare({ ...system.environment, GATEWAY_URL: system.url, DEMO: 'no' });
  for (let index = 0; index < instances; index += 1) {
    for (const [name, running] of Object.entries(system.processes) as [ProcessName, ServerProcess[]][]) {
      const old = running[index]!;
      const replacement = old.replacedBy(builtEntry(`${name}/dist/main.js`));
      replacements.push(replacement);
      await old.stop();
      await replacement.start({ withinMilliseconds: 60_000 });
    }
    await Promise.race([writing, pass(sideBySideSeconds)]);
  }
  over = true;
  expect(await writing).toEqual([]);
  await untilSettled(system, 120_000);
  expect([...(await contradictions(workload.citizens, workload.shifts)), ...(await damageIn(infrastructure))]).toEqual(
    [],
  );
  expect(workload.citizens.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(500);
  for (const { api } of workload.citizens) await api.close();
}, 300_000);
