import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** What processes of two versions share. */
const shared = ['asyncapi.yaml', 'libs/shared/src/contracts', 'apps/*/src/migrations'];

/**
 * Builds an earlier commit with the libraries of this one: the one that `PREVIOUS` names, else the last before the newest change of
 * something that two versions share.
 * @returns its checkout
 */
export async function buildEarlierVersion(folder: string): Promise<string> {
  const checkout = join(folder, 'earlier');
  mkdirSync(checkout);
  const { stdout } = await run('git', ['log', '-1', '--format=%H', '--', ...shared]);
  const commit = process.env.PREVIOUS ?? `${stdout.trim()}^`;
  console.log(`earlier version: ${(await run('git', ['log', '-1', '--format=%h %s', commit])).stdout.trim()}`);
  const archive = join(folder, 'earlier.tar');
  await run('git', ['archive', `--output=${archive}`, commit]);
  await run('tar', ['-xf', archive, '-C', checkout]);
  // Links within stay links, and lead to the sources beside them.
  await run('cp', ['-a', 'node_modules', checkout]);
  await run('npx', ['tsc', '-b', 'apps/standalone'], { cwd: checkout });
  return checkout;
}
