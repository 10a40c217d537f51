import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, temporaryFolder } from '@sanxian/shared/testing';
import { damageIn } from '../../crash/check-files.js';
import { waitUntilSettled } from '../../crash/wait-until-settled.js';
import { ServerProcess } from '../../process/server-process.js';
import { Api } from '../../tour/api.js';
import { agree, logInAsCitizen, type Person, textMessages } from '../../tour/people.js';

/** Debian's package `faketime`. */
const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
const intents = '/api/v1/donations/blood/intents';

let folder: ReturnType<typeof temporaryFolder>;
let server: ServerProcess;

beforeEach(async () => {
  if (!existsSync(library)) throw new Error(`${library} is missing: apt-get install faketime`);
  folder = temporaryFolder();
  turnClock('+0');
  server = await ServerProcess.on(folder.path, {
    flags: ['--village'],
    environment: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: clockFile(),
      FAKETIME_NO_CACHE: '1',
      // Timers go on as ever: what jumps is what the clock on the wall says.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  });
  await server.start({ withinMilliseconds: 60_000 });
});

afterEach(async () => {
  await server.kill();
  folder.remove();
});

const clockFile = (): string => join(folder.path, 'clock');
const turnClock = (offset: string): void => writeFileSync(clockFile(), `${offset}\n`);

const statusOf = async ({ api }: Person): Promise<number> => (await api.send('GET', intents)).status;

async function registers(name: string): Promise<Person> {
  const person = await logInAsCitizen(server.url, name);
  await agree(person, 'blood-contact');
  await person.api.post(intents, { product: 'whole-blood', volumeMl: 200, area: '331102' });
  return person;
}

it('a clock that jumps ten days ahead and two hours back ends tokens, and nothing else', async () => {
  const today = await registers('甲');
  turnClock('+10d');
  expect(await statusOf(today)).toBe(401);
  const ahead = await registers('乙');
  expect(await waitUntilSettled(folder.path)).toEqual([]);
  turnClock('+238h');
  expect(await statusOf(ahead)).toBe(200);
  const back = await registers('丙');
  expect(await waitUntilSettled(folder.path)).toEqual([]);
  // What was promised to be done at a time that is now two hours off is done all the same after a restart.
  await server.stop();
  await server.start({ withinMilliseconds: 60_000 });
  expect(await statusOf(back)).toBe(200);
  await registers('丁');
  expect(await waitUntilSettled(folder.path)).toEqual([]);
  for (const { api } of [today, ahead, back]) await api.close();
  await server.stop();
  // Ten days on, outboxes have forgotten what was sent long ago.
  expect(damageIn(folder.path).filter((line) => !line.includes('no outbox knows'))).toEqual([]);
}, 300_000);

it('a code that was sent before the clock jumped ahead is too old, and the next one is good', async () => {
  const phone = '19900000017';
  const api = new Api(server.url);
  const logIn = async (minutesAhead: number): Promise<number> => {
    const { challengeId } = await api.post<{ challengeId: string }>('/api/v1/auth/one-time-codes', { phone }, 202);
    const code = await eventually(async () => {
      const [newest = ''] = await textMessages(api, phone);
      return /\d{6}/.exec(newest)![0];
    });
    if (minutesAhead > 0) turnClock(`+${minutesAhead}m`);
    return (await api.send('POST', '/api/v1/auth/sessions', { challengeId, code })).status;
  };
  expect(await logIn(60)).toBe(401);
  expect(await logIn(0)).toBe(201);
  await api.close();
}, 120_000);
