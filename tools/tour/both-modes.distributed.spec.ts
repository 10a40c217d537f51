import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { temporaryFolder } from '@sanxian/shared/testing';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ServerProcess } from '../process/server-process.js';
import { SplitSystem } from '../split/split-system.js';
import { testInfrastructure } from '../split/test-infrastructure.js';
import type { Look } from './last-look.js';

let folder: ReturnType<typeof temporaryFolder>;
const endings: (() => Promise<void>)[] = [];

beforeAll(() => {
  folder = temporaryFolder();
});

afterAll(async () => {
  for (const end of endings.toReversed()) await end();
  folder.remove();
});

async function startStandalone(): Promise<string> {
  const server = await ServerProcess.on(join(folder.path, 'standalone'), { flags: ['--village'] });
  endings.push(() => server.stop());
  await server.start();
  return server.url;
}

async function startSplit(): Promise<string> {
  const infrastructure = await testInfrastructure();
  endings.push(() => infrastructure.remove());
  const options = { infrastructure: infrastructure.variables, folder: join(folder.path, 'split'), demo: true };
  const system = await SplitSystem.start(options);
  endings.push(() => system.stop());
  await system.fillDemo('village');
  return system.url;
}

/** What was printed, and what everybody saw of their own in the end, without what time and chance decide. */
async function tour(mode: string, url: string): Promise<{ lines: string[]; looks: Look[] }> {
  const record = join(folder.path, `${mode}.json`);
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'tour', '--', '--record', record], {
    env: { ...process.env, SANXIAN_URL: url, SANXIAN_DATA_DIR: join(folder.path, mode) },
  });
  const looks = JSON.parse(withoutChance(readFileSync(record, 'utf8'))) as Look[];
  return { lines: withoutChance(stdout).trim().split('\n'), looks };
}

function withoutChance(text: string): string {
  const ids = new Map<string, string>();
  const nameOf = (id: string) => ids.get(id) ?? ids.set(id, `id-${ids.size + 1}`).get(id)!;
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, nameOf)
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'instant')
    .replace(/\d+年\d+月\d+日(?:（周.）)?\d\d:\d\d/g, '时刻')
    .replace(/199\*{4}\d{4}/g, '199****');
}

it('the tour shows everybody the same in one process and in four', async () => {
  const standalone = await tour('standalone', await startStandalone());
  const split = await tour('split', await startSplit());
  expect(standalone.lines.length).toBeGreaterThan(20);
  expect(standalone.looks.filter(({ status }) => status === 200).length).toBeGreaterThan(40);
  expect(split).toEqual(standalone);
}, 240_000);
