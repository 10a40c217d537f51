import { join } from 'node:path';
import { requestOver, temporaryFolder } from '@sanxian/shared/testing';
import { filesBelow } from '../../../tools/process/find-planted.js';
import { readStandaloneEnvironment } from '../src/environment.js';
import { startStandalone } from '../src/start-standalone.js';
import { logInAs } from './log-in-as.js';
import { storedInSqlite } from './stored-in-sqlite.js';
import type { TestSystem, TestSystemOptions } from './test-system.js';

/** The one-process edition, in this very process. */
export async function startTestStandalone({
  empty = false,
  variables = {},
}: TestSystemOptions = {}): Promise<TestSystem> {
  const folder = temporaryFolder();
  const said: string[] = [];
  const standalone = await startStandalone({
    environment: readStandaloneEnvironment({ PORT: '0', SANXIAN_DATA_DIR: folder.path, ...variables }),
    empty,
    demo: 'village',
    say: (line) => said.push(line),
  });
  await standalone.demoSettled();
  return {
    folder: folder.path,
    signingKeyFile: join(folder.path, 'signing.key'),
    get said() {
      return said.join('\n');
    },
    stored: { ...storedInSqlite(folder.path), everything: () => Promise.resolve(filesBelow(folder.path)) },
    request: (method, path, options) => requestOver(standalone.url, method, path, options),
    ...logInAs(() => ({ url: standalone.url, folder: folder.path })),
    stop: async () => {
      await standalone.stop();
      folder.remove();
    },
  };
}
