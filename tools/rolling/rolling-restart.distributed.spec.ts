import { expect, it } from '@jest/globals';
import { seededRandom, temporaryFolder } from '@sanxian/shared/testing';
import { contradictions } from '../crash/check-history.js';
import { Workload } from '../crash/workload.js';
import { SplitSystem } from '../split/split-system.js';
import { testInfrastructure } from '../split/test-infrastructure.js';
import { restartInTurn } from './restart-in-turn.js';
import { damageIn } from './split-damage.js';
import { untilSettled } from './until-settled.js';

const writesPerSecond = 15;
const longestStopMilliseconds = 25_000;
const settleMilliseconds = 120_000;

it('three instances of each, one stopped and started every 20 s: nothing lost, doubled or out of order', async () => {
  const seed = Date.now() % 1_000_000;
  console.log(`seed ${seed}`);
  const random = seededRandom(seed);
  const folder = temporaryFolder();
  const infrastructure = await testInfrastructure();
  try {
    const system = await SplitSystem.start({
      infrastructure: infrastructure.variables,
      folder: folder.path,
      instances: 3,
      demo: true,
    });
    try {
      await system.fillDemo('village');
      const gateways = system.processes.gateway.map(({ url }) => url);
      const workload = await Workload.prepare(gateways, folder.path, () => Promise.resolve());
      let over = false;
      const writing = workload.run(writesPerSecond, random, () => over);
      const restarts = await restartInTurn(system, { random, times: 9, everyMilliseconds: 20_000 });
      over = true;
      const wrongAnswers = await writing;
      for (const line of wrongAnswers) console.log(line);
      await untilSettled(system, settleMilliseconds);
      const acknowledged = workload.citizens.reduce((sum, citizen) => sum + citizen.acknowledged, 0);
      const repeated = workload.citizens.reduce((sum, citizen) => sum + citizen.repeated, 0);
      console.log(`${acknowledged} writes acknowledged, ${repeated} repeated`);
      for (const restart of restarts) expect(restart.stopMilliseconds).toBeLessThan(longestStopMilliseconds);
      expect([
        ...wrongAnswers,
        ...(await contradictions(workload.citizens, workload.shifts)),
        ...(await damageIn(infrastructure)),
      ]).toEqual([]);
      expect(acknowledged).toBeGreaterThan(1_000);
      for (const { api } of workload.citizens) await api.close();
    } finally {
      await system.stop();
    }
  } finally {
    await infrastructure.remove();
    folder.remove();
  }
}, 600_000);
