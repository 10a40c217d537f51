import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, OwnBroker, seededRandom, temporaryFolder, type SeededRandom } from '@sanxian/shared/testing';
import { contradictions } from '../crash/check-history.js';
import { Workload } from '../crash/workload.js';
import { damageIn } from '../rolling/split-damage.js';
import { untilSettled } from '../rolling/until-settled.js';
import { SplitSystem } from '../split/split-system.js';
import { testInfrastructure, type TestInfrastructure } from '../split/test-infrastructure.js';
import { type SplitFault, splitFaults } from './split-nemesis.js';

const writesPerSecond = 25;
/** Each has all faults, in an order of its own. */
const rounds = Number(process.env.FAULT_ROUNDS ?? '1');
/** Of a round; each with people of its own, whose tokens are good for ten minutes. */
const parts = 2;
/** After every fault so many writes have to succeed within so long. */
const recovery = { writes: 100, milliseconds: 120_000 };

let random: SeededRandom;
let folder: ReturnType<typeof temporaryFolder>;
let cluster: readonly OwnBroker[];
let infrastructure: TestInfrastructure;
let system: SplitSystem | undefined;
let faults: readonly SplitFault[];

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
  const victims = { system, cluster, random };
  faults = Array.from({ length: rounds }, () => splitFaults(victims)).flat();
}, 180_000);

afterAll(async () => {
  try {
    await system?.stop();
    await infrastructure.remove();
  } finally {
    for (const broker of cluster) await broker.remove();
    folder.remove();
  }
}, 60_000);

const everyPart = Array.from({ length: parts * rounds }, (_, index) => index + 1);

it.each(everyPart)(
  'two instances of each, three brokers, MySQL: whatever fails, every write once and in order (%i)',
  async (part) => {
    const perPart = Math.ceil(faults.length / everyPart.length);
    if (!system) throw new Error('The system did not start');
    const gateways = system.processes.gateway.map(({ url }) => url);
    const workload = await Workload.prepare(gateways, folder.path, () => Promise.resolve());
    let over = false;
    const writing = workload.run(writesPerSecond, random, () => over);
    const acknowledged = () => workload.citizens.reduce((sum, citizen) => sum + citizen.acknowledged, 0);
    const repeated = () => workload.citizens.reduce((sum, citizen) => sum + citizen.repeated, 0);
    try {
      for (const { name, strike } of faults.slice((part - 1) * perPart, part * perPart)) {
        const before = { acknowledged: acknowledged(), repeated: repeated(), at: performance.now() };
        await strike();
        const whole = performance.now();
        const enough = acknowledged() + recovery.writes;
        // Writing that has ended resolved with what was wrong.
        const wrong = await Promise.race([writing, until(() => acknowledged() >= enough)]);
        if (wrong) break;
        const took = [whole - before.at, performance.now() - whole].map((time) => `${(time / 1_000).toFixed(1)} s`);
        const [writes, repeats] = [acknowledged() - before.acknowledged, repeated() - before.repeated];
        console.log(
          `${name}: ${took[0]}, ${recovery.writes} writes ${took[1]} later; ${writes} writes, ${repeats} repeated`,
        );
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
    expect(acknowledged()).toBeGreaterThan(1_000);
    for (const { api } of workload.citizens) await api.close();
  },
  900_000,
);

const until = (isSo: () => boolean): Promise<void> =>
  eventually(() => expect(isSo()).toBe(true), { withinMilliseconds: recovery.milliseconds });
