import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OwnBroker, seededRandom, temporaryFolder, type SeededRandom } from '@sanxian/shared/testing';
import { contradictions } from '../crash/check-history.js';
import { Workload } from '../crash/workload.js';
import { damageIn } from '../rolling/split-damage.js';
import { untilSettled } from '../rolling/until-settled.js';
import { SplitSystem } from '../split/split-system.js';
import { testInfrastructure, type TestInfrastructure } from '../split/test-infrastructure.js';
import { pass } from './run-under-fault.js';
import { splitFaults } from './split-nemesis.js';

const writesPerSecond = 25;
const betweenFaultsSeconds = 5;

let random: SeededRandom;
let folder: ReturnType<typeof temporaryFolder>;
let cluster: readonly OwnBroker[];
let infrastructure: TestInfrastructure;
let system: SplitSystem;

beforeAll(async () => {
  random = seededRandom(Date.now() % 1_000_000);
  console.log(`seed ${random.seed}`);
  folder = temporaryFolder();
  cluster = await OwnBroker.cluster(3);
  infrastructure = await testInfrastructure(cluster[0]!.brokers);
  system = await SplitSystem.start({
    infrastructure: { ...infrastructure.variables, KAFKA_REPLICATION_FACTOR: '3', KAFKA_SESSION_SECONDS: '10' },
    folder: folder.path,
    instances: 2,
    demo: true,
  });
  await system.fillDemo('village');
}, 180_000);

afterAll(async () => {
  for (const process of system.all) await process.kill();
  await infrastructure.remove();
  for (const broker of cluster) await broker.remove();
  folder.remove();
}, 60_000);

it('two instances of each, three brokers, MySQL: whatever fails, every write once and in order', async () => {
  const gateways = system.processes.gateway.map(({ url }) => url);
  const workload = await Workload.prepare(gateways, folder.path, () => Promise.resolve());
  let over = false;
  const writing = workload.run(writesPerSecond, random, () => over);
  const acknowledged = () => workload.citizens.reduce((sum, citizen) => sum + citizen.acknowledged, 0);
  const repeated = () => workload.citizens.reduce((sum, citizen) => sum + citizen.repeated, 0);
  try {
    for (const { name, strike } of splitFaults({ system, cluster, random })) {
      const before = { acknowledged: acknowledged(), repeated: repeated(), at: performance.now() };
      await strike();
      await Promise.race([writing, pass(betweenFaultsSeconds)]);
      const seconds = ((performance.now() - before.at) / 1_000).toFixed(1);
      const writes = acknowledged() - before.acknowledged;
      console.log(`${name}: ${seconds} s, ${writes} writes, ${repeated() - before.repeated} repeated`);
    }
  } finally {
    over = true;
  }
  const wrongAnswers = await writing;
  await untilSettled(system, 120_000);
  console.log(`${acknowledged()} writes acknowledged, ${repeated()} repeated`);
  expect([
    ...wrongAnswers,
    ...(await contradictions(workload.citizens, workload.shifts)),
    ...(await damageIn(infrastructure)),
  ]).toEqual([]);
  expect(acknowledged()).toBeGreaterThan(2_000);
  for (const { api } of workload.citizens) await api.close();
}, 900_000);
