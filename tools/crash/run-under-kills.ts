import { fileURLToPath } from 'node:url';
import { temporaryFolder, type SeededRandom } from '@sanxian/shared/testing';
import { runUnderFault, type FaultRun } from '../faults/run-under-fault.js';
import { ServerProcess } from '../process/server-process.js';

export interface CrashOptions {
  readonly random: SeededRandom;
  /** Writes a second while the server is up. */
  readonly rate: number;
  readonly kills: number;
  readonly seconds: number;
  readonly sabotage?: (typeof sabotages)[number];
}

/** Mechanisms that can be broken on purpose: files of their own in `sabotage/`. */
export const sabotages = ['inbox-off', 'relay-marks-first', 'queue-bypassed', 'capacity-outside'] as const;

/** One server, many deaths, one history. */
export async function runUnderKills(options: CrashOptions): Promise<FaultRun> {
  const { random, rate, sabotage } = options;
  const folder = temporaryFolder();
  const preload = sabotage && fileURLToPath(new URL(`./sabotage/${sabotage}.mjs`, import.meta.url));
  const server = await ServerProcess.on(folder.path, { preload, flags: ['--village'] });
  try {
    console.log(`new folder ready after ${Math.round(await server.start())} ms`);
    const run = await runUnderFault({
      random,
      rate,
      server,
      fault: async ({ whileDown, write }) => {
        for (const seconds of livesBetweenKills(options)) {
          await write(seconds);
          await server.kill();
          const readyAfter = Math.round(await whileDown(server.start()));
          console.log(`killed after ${seconds.toFixed(1)} s; ready again after ${readyAfter} ms`);
        }
      },
    });
    console.log(`${run.acknowledged} writes acknowledged, ${run.repeated} repeated after a lost answer`);
    return run;
  } finally {
    await server.kill();
    folder.remove();
  }
}

/** Random lives between the kills that add up to the time of the run. */
function livesBetweenKills({ random, kills, seconds }: CrashOptions): number[] {
  const shares = Array.from({ length: kills }, () => 0.4 + random.next());
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (share / whole) * seconds);
}
