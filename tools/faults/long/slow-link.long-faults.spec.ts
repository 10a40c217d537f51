import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { seededRandom, temporaryFolder } from '@sanxian/shared/testing';
import { damageIn } from '../../crash/check-files.js';
import { contradictions } from '../../crash/check-history.js';
import { waitUntilSettled } from '../../crash/wait-until-settled.js';
import { Workload } from '../../crash/workload.js';
import { ServerProcess } from '../../process/server-process.js';
import { pass } from '../run-under-fault.js';
import { TcpProxy } from './tcp-proxy.js';

/** 64 kbit/s for each phone. */
const bytesPerSecond = 8_000;
const seconds = 60;

let folder: ReturnType<typeof temporaryFolder>;
let server: ServerProcess;
let link: TcpProxy;

beforeEach(async () => {
  folder = temporaryFolder();
  server = await ServerProcess.on(folder.path, { flags: ['--village'] });
  await server.start();
  link = await TcpProxy.open({ targetPort: server.port, bytesPerSecond });
});

afterEach(async () => {
  await link.close();
  await server.kill();
  folder.remove();
});

it('sixty phones at 64 kbit/s each get everything done, once', async () => {
  const random = seededRandom(Date.now() % 1_000_000);
  console.log(`seed ${random.seed}`);
  const workload = await Workload.prepare(`http://127.0.0.1:${link.port}`, folder.path, () => Promise.resolve());
  let over = false;
  const writing = workload.run(50, random, () => over);
  await Promise.race([writing, pass(seconds)]);
  over = true;
  expect(await writing).toEqual([]);
  expect(await waitUntilSettled(folder.path)).toEqual([]);
  expect([...(await contradictions(workload.citizens, workload.shifts)), ...damageIn(folder.path)]).toEqual([]);
  expect(workload.citizens.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(300);
  for (const { api } of workload.citizens) await api.close();
}, 600_000);
