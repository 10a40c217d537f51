import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** What the processes have used of the processors so far, in milliseconds. */
export function processorMilliseconds(processIds: readonly number[]): number {
  const ticks = processIds.map((id) => {
    // The second field, a name in brackets, may hold blanks.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return (ticks.reduce((sum, count) => sum + count, 0) * 1_000) / ticksPerSecond;
}
