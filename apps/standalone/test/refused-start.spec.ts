import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { requestOver, temporaryFolder } from '@sanxian/shared/testing';
import { readStandaloneEnvironment } from '../src/environment.js';
import { StartRefused } from '@sanxian/shared/process';
import { startStandalone } from '../src/start-standalone.js';

describe('a start that is refused', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const start = (port = 0, say: (line: string) => void = () => undefined) =>
    startStandalone({
      environment: readStandaloneEnvironment({ PORT: String(port), SANXIAN_DATA_DIR: folder.path }),
      empty: true,
      say,
    });
  const startsNow = async () => (await start()).stop();

  it('because the port is taken leaves nothing that keeps the next from starting', async () => {
    const other = await listenSomewhere();
    await expect(start((other.address() as AddressInfo).port)).rejects.toThrow(StartRefused);
    other.close();
    await startsNow();
  });

  it.each(['volunteers.sqlite', 'log.sqlite', 'sanxian.json'])(
    'because of a broken %s sets the folder free',
    async (name) => {
      const file = join(folder.path, name);
      writeFileSync(file, 'neither a database nor JSON, and long enough for either to notice '.repeat(20));
      // Not toThrow: Jest does not know the driver's errors when another spec loaded the driver before.
      await expect(start()).rejects.toBeDefined();
      rmSync(file);
      await startsNow();
    },
  );

  describe('with people on file', () => {
    beforeEach(async () => {
      const said: string[] = [];
      const first = await start(0, (line) => said.push(line));
      const token = /setup#(\S+)/.exec(said.join('\n'))?.[1];
      const body = { token, username: 'ops', password: 'correct-horse-battery-staple' };
      expect((await requestOver(first.url, 'POST', '/api/v1/accounts/first-staff', { body })).status).toBe(201);
      await first.stop();
    });

    it.each(['master.key', 'people.key'])('because %s is lost names the file, and makes no new one', async (name) => {
      const file = join(folder.path, name);
      const key = readFileSync(file);
      rmSync(file);
      await expect(start()).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining(name) as unknown });
      expect(existsSync(file)).toBe(false);
      writeFileSync(file, key);
      await startsNow();
    });

    it('because the master key is another one says so, and changes nothing', async () => {
      const file = join(folder.path, 'master.key');
      const key = readFileSync(file);
      writeFileSync(file, randomBytes(32).toString('base64url'));
      const message = expect.stringContaining('another master key') as unknown;
      await expect(start()).rejects.toMatchObject({ exitCode: 78, message });
      writeFileSync(file, key);
      await startsNow();
    });
  });

  it('because the folder is in use says so', async () => {
    const first = await start();
    const second = start();
    await expect(second.finally(() => first.stop())).rejects.toThrow('Another Sanxian process');
  });
});

function listenSomewhere(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
