import { fileURLToPath } from 'node:url';
import { temporaryFolder, type SeededRandom } from '@sanxian/shared/testing';
import { damageIn, unsettled } from './check-files.js';
import { contradictions } from './check-history.js';
import { ServerProcess } from '../process/server-process.js';
import { Workload } from './workload.js';

export interface CrashRun {
  /** What cannot be true if every promise was kept. */
  readonly contradictions: readonly string[];
}

export interface CrashOptions {
  readonly random: SeededRandom;
  /** Writes a second while the server is up. */
  readonly rate: number;
  readonly kills: number;
  readonly seconds: number;
  readonly sabotage?: (typeof sabotages)[number];
}

/** Mechanisms that can be broken on purpose: files of their own in `sabotage/`. */
export const sabotages = ['inbox-off', 'relay-marks-first'] as const;

/** How long nothing may move while something still has to travel, and how long all of it may take. */
const standstillMilliseconds = 30_000;
const settleMilliseconds = 240_000;

/** One server, many deaths, one history. */
export async function runUnderKills(options: CrashOptions): Promise<CrashRun> {
  const { random, sabotage } = options;
  const folder = temporaryFolder();
  const preload = sabotage && fileURLToPath(new URL(`./sabotage/${sabotage}.mjs`, import.meta.url));
  const server = await ServerProcess.on(folder.path, { preload, flags: ['--village'] });
  try {
    console.log(`new folder ready after ${Math.round(await server.start())} ms`);
    let up: Promise<unknown> = Promise.resolve();
    const workload = await Workload.prepare(server.url, folder.path, async () => void (await up));
    let stopped = false;
    const writing = workload.run(options.rate, random, () => stopped);
    for (const pause of killPauses(options)) {
      await Promise.race([writing, sleepFor(pause)]);
      await server.kill();
      up = server.start();
      console.log(
        `killed after ${(pause / 1_000).toFixed(1)} s; ready again after ${Math.round((await up) as number)} ms`,
      );
    }
    stopped = true;
    const wrongAnswers = await writing;
    const leftOver = await waitUntilSettled(folder.path);
    const found = await contradictions(workload.citizens, workload.shifts);
    await server.stop();
    for (const { api } of workload.citizens) await api.close();
    const acknowledged = workload.citizens.reduce((sum, citizen) => sum + citizen.acknowledged, 0);
    const repeated = workload.citizens.reduce((sum, citizen) => sum + citizen.repeated, 0);
    console.log(`${acknowledged} writes acknowledged, ${repeated} repeated after a lost answer`);
    return { contradictions: [...wrongAnswers, ...leftOver, ...found, ...damageIn(folder.path)] };
  } finally {
    await server.kill();
    folder.remove();
  }
}

/** What has not travelled in time is itself a finding; so is everything that stands still. */
export async function waitUntilSettled(folder: string): Promise<string[]> {
  const started = performance.now();
  let waiting = unsettled(folder);
  let movedAt = started;
  while (waiting.length > 0 && performance.now() - started < settleMilliseconds) {
    await sleepFor(250);
    const now = unsettled(folder);
    if (now.join() !== waiting.join()) movedAt = performance.now();
    waiting = now;
    if (performance.now() - movedAt > standstillMilliseconds) break;
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`${waiting.length === 0 ? 'everything had travelled' : 'given up'} ${seconds} s after the last write`);
  return waiting;
}

/** Random lives between the kills that add up to the time of the run. */
function killPauses({ random, kills, seconds }: CrashOptions): number[] {
  const shares = Array.from({ length: kills }, () => 0.4 + random.next());
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (share / whole) * seconds * 1_000);
}

function sleepFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
