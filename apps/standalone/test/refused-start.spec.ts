import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '@sanxian/shared/testing';
import { readStandaloneEnvironment } from '../src/environment.js';
import { StartRefused } from '@sanxian/shared/process';
import { startStandalone } from '../src/start-standalone.js';

describe('a start that is refused', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const start = (port = 0) =>
    startStandalone({
      environment: readStandaloneEnvironment({ PORT: String(port), SANXIAN_DATA_DIR: folder.path }),
      empty: true,
      say: () => undefined,
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
