import { setTimeout } from 'node:timers/promises';
import type { SeededRandom } from '@sanxian/shared/testing';
import { damageIn } from '../crash/check-files.js';
import { type CheckOptions, contradictions } from '../crash/check-history.js';
import { waitUntilSettled } from '../crash/wait-until-settled.js';
import { Workload } from '../crash/workload.js';
import type { ServerProcess } from '../process/server-process.js';

export interface FaultRun {
  /** Writes that the server acknowledged. */
  readonly acknowledged: number;
  /** Writes that were repeated because their answer was lost, or said to come again. */
  readonly repeated: number;
  /** What cannot be true if every promise was kept. */
  readonly contradictions: readonly string[];
}

export interface FaultOptions extends CheckOptions {
  readonly random: SeededRandom;
  /** Writes a second. */
  readonly rate: number;
  /** Runs already, on a new folder. */
  readonly server: ServerProcess;
  /** Does the damage while people write, and resolves when the server is whole again. */
  readonly fault: (writers: Writers) => Promise<void>;
}

export interface Writers {
  /** Holds them back until the promise has ended. */
  readonly whileDown: <T>(restart: Promise<T>) => Promise<T>;
  /** Lets them write for so long, or until one is answered as it must not be. */
  readonly write: (seconds: number) => Promise<void>;
}

/** The one-process edition under load, one fault, one history. */
export async function runUnderFault({ random, rate, server, fault, ...check }: FaultOptions): Promise<FaultRun> {
  let up: Promise<unknown> = Promise.resolve();
  const workload = await Workload.prepare(server.url, server.folder, async () => void (await up));
  let over = false;
  const writing = workload.run(rate, random, () => over);
  try {
    await fault({
      whileDown: (restart) => {
        up = restart;
        return restart;
      },
      write: async (seconds) => void (await Promise.race([writing, pass(seconds)])),
    });
  } finally {
    over = true;
  }
  const wrongAnswers = await writing;
  const leftOver = await waitUntilSettled(server.folder);
  const found = await contradictions(workload.citizens, workload.shifts, check);
  for (const { api } of workload.citizens) await api.close();
  return {
    acknowledged: workload.citizens.reduce((sum, citizen) => sum + citizen.acknowledged, 0),
    repeated: workload.citizens.reduce((sum, citizen) => sum + citizen.repeated, 0),
    contradictions: [...wrongAnswers, ...leftOver, ...found, ...damageIn(server.folder)],
  };
}

/** Time that goes by. */
export const pass = (seconds: number): Promise<void> => setTimeout(seconds * 1_000);
