import { setTimeout } from 'node:timers/promises';
import type { SeededRandom } from '@sanxian/shared/testing';
import { damageIn } from '../crash/check-files.js';
import { contradictions } from '../crash/check-history.js';
import { waitUntilSettled } from '../crash/run-under-kills.js';
import { Workload } from '../crash/workload.js';
import type { ServerProcess } from '../process/server-process.js';

export interface FaultRun {
  /** Writes that the server acknowledged. */
  readonly acknowledged: number;
  /** What cannot be true if every promise was kept. */
  readonly contradictions: readonly string[];
}

export interface FaultOptions {
  readonly random: SeededRandom;
  /** Writes a second. */
  readonly rate: number;
  /** Runs already, on a new folder. */
  readonly server: ServerProcess;
  /**
   * Does the damage while people write, and resolves when the server is whole again.
   * @param whileDown holds the writers back until the promise has ended
   */
  readonly fault: (whileDown: <T>(restart: Promise<T>) => Promise<T>) => Promise<void>;
}

/** The one-process edition under load, one fault, one history. */
export async function runUnderFault({ random, rate, server, fault }: FaultOptions): Promise<FaultRun> {
  let up: Promise<unknown> = Promise.resolve();
  const workload = await Workload.prepare(server.url, server.folder, async () => void (await up));
  let over = false;
  const writing = workload.run(rate, random, () => over);
  try {
    await fault((restart) => {
      up = restart;
      return restart;
    });
  } finally {
    over = true;
  }
  const wrongAnswers = await writing;
  const leftOver = await waitUntilSettled(server.folder);
  const found = await contradictions(workload.citizens, workload.shifts);
  for (const { api } of workload.citizens) await api.close();
  return {
    acknowledged: workload.citizens.reduce((sum, citizen) => sum + citizen.acknowledged, 0),
    contradictions: [...wrongAnswers, ...leftOver, ...found, ...damageIn(server.folder)],
  };
}

/** Time that goes by under load, before and after the damage. */
export const pass = (seconds: number): Promise<void> => setTimeout(seconds * 1_000);
