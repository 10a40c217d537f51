import { setTimeout } from 'node:timers/promises';
import { unsettled } from './check-files.js';

/** How long nothing may move while something still has to travel, and how long all of it may take. */
const standstillMilliseconds = 30_000;
const settleMilliseconds = 240_000;

/** What has not travelled in time is itself a finding; so is everything that stands still. */
export async function waitUntilSettled(folder: string): Promise<string[]> {
  const started = performance.now();
  let waiting = unsettled(folder);
  let movedAt = started;
  while (waiting.length > 0 && performance.now() - started < settleMilliseconds) {
    await setTimeout(250);
    const now = unsettled(folder);
    if (now.join() !== waiting.join()) movedAt = performance.now();
    waiting = now;
    if (performance.now() - movedAt > standstillMilliseconds) break;
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`${waiting.length === 0 ? 'everything had travelled' : 'given up'} ${seconds} s after the last write`);
  return waiting;
}
