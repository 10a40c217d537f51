import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '@sanxian/shared/testing';
import type { ProcessName, SplitSystem } from '../split/split-system.js';

const kinds: readonly ProcessName[] = ['donations', 'gateway', 'volunteers', 'notifications'];

export interface Restart {
  readonly kind: ProcessName;
  readonly stopMilliseconds: number;
  readonly startMilliseconds: number;
}

/** One instance after the other, of each service in turn, is stopped as a deployment does it and started again. */
export async function restartInTurn(
  { processes }: SplitSystem,
  { random, times, everyMilliseconds }: { random: SeededRandom; times: number; everyMilliseconds: number },
): Promise<Restart[]> {
  const restarts: Restart[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const next = pause(everyMilliseconds);
    const kind = kinds[turn % kinds.length]!;
    const instance = random.pick(processes[kind]);
    const stopping = performance.now();
    await instance.stop();
    const stopMilliseconds = Math.round(performance.now() - stopping);
    const startMilliseconds = Math.round(await instance.start({ withinMilliseconds: 60_000 }));
    restarts.push({ kind, stopMilliseconds, startMilliseconds });
    console.log(`${kind} stopped after ${stopMilliseconds} ms, ready again after ${startMilliseconds} ms`);
    await next;
  }
  return restarts;
}
