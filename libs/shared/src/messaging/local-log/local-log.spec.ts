import { join } from 'node:path';
import { itKeepsThePromisesOfAnEventBus, type ConformanceDriver } from '../event-bus.conformance.js';
import { itKeepsThePromisesOfTheEventCore } from '../event-core.conformance.js';
import { temporaryFolder } from '../../testing/temporary-folder.js';
import { LocalLog } from './local-log.js';

function localLogDriver(): ConformanceDriver {
  const folder = temporaryFolder();
  return {
    open: () => Promise.resolve(LocalLog.open(join(folder.path, 'log.sqlite'))),
    cleanUp: () => Promise.resolve(folder.remove()),
  };
}

itKeepsThePromisesOfAnEventBus('The local log', localLogDriver);
itKeepsThePromisesOfTheEventCore('the local log', localLogDriver);
