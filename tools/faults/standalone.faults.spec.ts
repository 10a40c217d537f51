import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, seededRandom, temporaryFolder, type SeededRandom } from '@sanxian/shared/testing';
import type { CheckOptions } from '../crash/check-history.js';
import { ServerProcess } from '../process/server-process.js';
import { logInAsCitizen } from '../tour/people.js';
import { runUnderFault, type FaultOptions } from './run-under-fault.js';
import { injecting } from './traced.js';

const rate = 150;
const flags = ['--village'];
const syncs = 'fsync,fdatasync';
const quietSeconds = 3;

const everyRound = Array.from({ length: Number(process.env.FAULT_ROUNDS ?? '1') }, (_, index) => index + 1);

let random: SeededRandom;
let folder: ReturnType<typeof temporaryFolder>;
let running: ServerProcess[];

beforeEach(() => {
  random = seededRandom(Date.now() % 1_000_000);
  console.log(`seed ${random.seed}`);
  folder = temporaryFolder();
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.kill();
  folder.remove();
});

const serverOn = async (path: string, options: Parameters<typeof ServerProcess.on>[1] = {}) => {
  const server = await ServerProcess.on(path, { flags, ...options });
  running.push(server);
  return server;
};

async function expectNothingLost(
  server: ServerProcess,
  fault: FaultOptions['fault'],
  check: CheckOptions = {},
): Promise<void> {
  const run = await runUnderFault({ random, rate, server, fault, ...check });
  console.log(`${run.acknowledged} writes acknowledged`);
  expect(run.contradictions).toEqual([]);
  expect(run.acknowledged).toBeGreaterThan(200);
}

/** And are tried again later, while others go on. */
const handlersFail: CheckOptions = { toldInOrder: false };

describe.each(everyRound)('one process (%i)', () => {
  it('killed in the middle of a sync, again and again: every write once', async () => {
    const server = await serverOn(folder.path);
    await server.start();
    await expectNothingLost(server, async ({ whileDown }) => {
      for (let times = 0; times < 4; times += 1) {
        await server.stop();
        const when = random.integer(1, 400);
        const doomed = await serverOn(folder.path, {
          port: server.port,
          within: injecting(syncs, `signal=SIGKILL:when=${when}`),
        });
        // It may die before it is ready.
        await whileDown(doomed.start({ withinMilliseconds: 60_000 }).catch(() => undefined));
        expect(await doomed.ended()).not.toBe(0);
        console.log(`killed at sync ${when}`);
        await whileDown(server.start());
      }
    });
  });

  it('whose disk fails to sync ends, acknowledges nothing of it, and starts again', async () => {
    const server = await serverOn(folder.path);
    await server.start();
    await expectNothingLost(server, async ({ whileDown, write }) => {
      await write(quietSeconds);
      await server.stop();
      const when = random.integer(50, 400);
      const failing = await serverOn(folder.path, {
        port: server.port,
        within: injecting(syncs, `error=EIO:when=${when}+`),
      });
      await whileDown(failing.start({ withinMilliseconds: 60_000 }).catch(() => undefined));
      expect(await failing.ended()).toBe(74);
      expect(failing.lastOutput()).toContain('The disk did not keep what was written');
      console.log(`sync ${when} and all after it failed`);
      await whileDown(server.start());
      await write(quietSeconds);
    });
  });

  it('whose disk is full says so, still reads, and goes on when there is room', async () => {
    const disk = join(folder.path, 'disk');
    execFileSync('mkdir', [disk]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk]);
    try {
      const server = await serverOn(disk);
      await server.start();
      await expectNothingLost(
        server,
        async ({ write }) => {
          await write(quietSeconds);
          const reader = await logInAsCitizen(server.url, '许安然');
          const filler = join(disk, 'filler');
          expect(() => {
            for (const chunk = Buffer.alloc(64 * 1024); ;) appendFileSync(filler, chunk);
          }).toThrow('ENOSPC');
          const refused = await eventually(
            async () => {
              const answer = await refusedWrite(server);
              expect(answer.status).toBe(503);
              return answer;
            },
            { withinMilliseconds: 15_000 },
          );
          expect(refused.headers.get('retry-after')).toBeTruthy();
          // Asks the database for the session and for the events.
          await reader.api.get('/api/v1/volunteers/events');
          await reader.api.close();
          rmSync(filler);
          await write(quietSeconds);
        },
        handlersFail,
      );
      await server.stop();
    } finally {
      for (const server of running) await server.kill();
      execFileSync('umount', [disk]);
    }
  });

  it('without a file descriptor left refuses connections, and goes on when there are some', async () => {
    const server = await serverOn(folder.path);
    await server.start();
    await expectNothingLost(
      server,
      async ({ write }) => {
        await write(quietSeconds);
        const limit = (count: number) =>
          execFileSync('prlimit', [`--pid=${server.processId}`, `--nofile=${count}:${4_096}`]);
        limit(40);
        await write(quietSeconds);
        limit(4_096);
        await write(quietSeconds);
      },
      handlersFail,
    );
    await server.stop();
  });
});

/** A code for nobody: a write that needs no log-in. */
const refusedWrite = (server: ServerProcess): Promise<Response> =>
  fetch(`${server.url}/api/v1/auth/one-time-codes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phone: `199${random.integer(10_000_000, 99_999_999)}` }),
  });
