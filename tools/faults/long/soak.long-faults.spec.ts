import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type SeededRandom, seededRandom, temporaryFolder } from '@sanxian/shared/testing';
import { contradictions } from '../../crash/check-history.js';
import { Workload } from '../../crash/workload.js';
import { processorMilliseconds } from '../../process/processor-time.js';
import { damageIn } from '../../rolling/split-damage.js';
import { untilSettled } from '../../rolling/until-settled.js';
import { SplitSystem } from '../../split/split-system.js';
import { testInfrastructure } from '../../split/test-infrastructure.js';
import { pass } from '../run-under-fault.js';

/** Each with people of its own, whose tokens are good for ten minutes. */
const slices = Number(process.env.SOAK_SLICES ?? '6');
const sliceSeconds = 300;
const writesPerSecond = 15;
const mostGrowth = 1.2;

interface Use {
  /** Milliseconds of processor time for each write. */
  readonly processor: number;
  /** Mebibytes of all processes. */
  readonly size: number;
}

it(
  `four processes stay as large and as fast over ${(slices * sliceSeconds) / 60} minutes`,
  async () => {
    const random = seededRandom(Date.now() % 1_000_000);
    console.log(`seed ${random.seed}`);
    const folder = temporaryFolder();
    const infrastructure = await testInfrastructure();
    try {
      const system = await SplitSystem.start({
        infrastructure: infrastructure.variables,
        folder: folder.path,
        demo: true,
      });
      try {
        await system.fillDemo('village');
        const uses: Use[] = [];
        for (let slice = 0; slice < slices; slice += 1) uses.push(await useOfOneSlice(system, folder.path, random));
        expect(await damageIn(infrastructure)).toEqual([]);
        // The first fills caches and gives the compiler its time.
        const [, early] = uses;
        const late = uses.at(-1)!;
        expect(late.size).toBeLessThan(mostGrowth * early!.size);
        expect(late.processor).toBeLessThan(mostGrowth * early!.processor);
      } finally {
        await system.stop();
      }
    } finally {
      await infrastructure.remove();
      folder.remove();
    }
  },
  slices * (sliceSeconds + 240) * 1_000,
);

async function useOfOneSlice(system: SplitSystem, folder: string, random: SeededRandom): Promise<Use> {
  const workload = await Workload.prepare(system.url, folder, () => Promise.resolve());
  const processIds = system.all.map(({ processId }) => processId);
  const before = processorMilliseconds(processIds);
  let over = false;
  const writing = workload.run(writesPerSecond, random, () => over);
  await Promise.race([writing, pass(sliceSeconds)]);
  over = true;
  expect(await writing).toEqual([]);
  await untilSettled(system, 120_000);
  const writes = workload.citizens.reduce((sum, citizen) => sum + citizen.acknowledged, 0);
  const processor = (processorMilliseconds(processIds) - before) / writes;
  const size = residentMebibytes(system);
  console.log(`${writes} writes, ${processor.toFixed(1)} ms of processor each, ${size} MiB`);
  expect(await contradictions(workload.citizens, workload.shifts)).toEqual([]);
  for (const { api } of workload.citizens) await api.close();
  return { processor, size };
}

function residentMebibytes({ all }: SplitSystem): number {
  const sizes = all.map(
    ({ processId }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))![1]) / 1_024,
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0));
}
