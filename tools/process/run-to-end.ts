import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { standaloneEntry } from './server-process.js';

/** Starts a built server, the standalone edition unless told, where it is expected to end by itself, and tells how it did. */
export async function runToEnd(
  environment: Record<string, string>,
  flags: string[] = [],
  entry = standaloneEntry,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [entry, ...flags], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 15_000,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
