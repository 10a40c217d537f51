import { join } from 'node:path';
import { itKeepsThePromisesOfAnEventBus } from '../event-bus.conformance.js';
import { temporaryFolder } from '../../testing/temporary-folder.js';
import { LocalLog } from './local-log.js';

itKeepsThePromisesOfAnEventBus('The local log', () => {
  const folder = temporaryFolder();
  return {
    open: () => Promise.resolve(LocalLog.open(join(folder.path, 'log.sqlite'))),
    cleanUp: () => Promise.resolve(folder.remove()),
  };
});
