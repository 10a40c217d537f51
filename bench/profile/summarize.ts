/** `node … bench/profile/summarize.ts FOLDER`: where the processor time of each process went, by package and part. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { functionName: string; url: string } }[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

const shown = 22;

const [folder = '.'] = process.argv.slice(2);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
  const shares = selfTimes(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile);
  const busy = [...shares.values()].reduce((sum, time) => sum + time, 0);
  console.log(`\n${file}: ${(busy / 1e6).toFixed(1)} s at work`);
  const largest = [...shares].sort(([, one], [, other]) => other - one).slice(0, shown);
  for (const [owner, time] of largest) console.log(`${((100 * time) / busy).toFixed(1).padStart(6)} %  ${owner}`);
}

function selfTimes({ nodes, samples, timeDeltas }: Profile): Map<string, number> {
  const owners = new Map(nodes.map(({ id, callFrame }) => [id, ownerOf(callFrame)]));
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const owner = owners.get(id) ?? '?';
    if (owner === '(idle)') continue;
    times.set(owner, (times.get(owner) ?? 0) + (timeDeltas[index] ?? 0));
  }
  return times;
}

function ownerOf({ functionName, url }: { functionName: string; url: string }): string {
  const packageName = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (packageName) return packageName;
  const part = /\/((?:libs|apps)\/[^/]+)\/dist\/([^/]+)/.exec(url);
  if (part) return `${part[1]}/${part[2]}`;
  return url || functionName || '(program)';
}
