import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import SqliteDatabase from 'better-sqlite3';
import { join } from 'node:path';
import type { Topic } from '../../contracts/event-contract.js';
import { itKeepsThePromisesOfAnEventBus, type ConformanceDriver } from '../event-bus.conformance.js';
import { itKeepsThePromisesOfTheEventCore } from '../event-core.conformance.js';
import { eventually } from '../../testing/eventually.js';
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

describe('The local log forgets', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let log: LocalLog;

  beforeEach(() => {
    folder = temporaryFolder();
    log = LocalLog.open(join(folder.path, 'log.sqlite'));
  });

  afterEach(async () => {
    await log.close();
    folder.remove();
  });

  const publish = (topic: Topic) => log.publish([{ topic, key: 'k', headers: {}, body: '{}' }]);
  const subscribe = async (group: string, topic: Topic, handle = () => Promise.resolve()) => {
    const subscription = await log.subscribe({ group, topics: [topic], handle, onError: () => undefined });
    return { passesAll: () => eventually(async () => expect(await subscription.lag()).toBe(0)) };
  };
  const growOld = () => {
    const outside = new SqliteDatabase(join(folder.path, 'log.sqlite'));
    outside.exec('UPDATE log SET appended_at = appended_at - 31 * 86400');
    outside.close();
  };

  it('what every group has passed, also when one of them listens to a quiet topic', async () => {
    const quiet = await subscribe('quiet', 'sanxian.donations');
    const busy = await subscribe('busy', 'sanxian.identity');
    await publish('sanxian.donations');
    await quiet.passesAll();
    for (let count = 0; count < 3; count += 1) await publish('sanxian.identity');
    await busy.passesAll();
    growOld();
    expect(log.trim()).toBe(4);
  });

  it('nothing a group still waits for, even one that has not passed a single message', async () => {
    const ready = await subscribe('ready', 'sanxian.identity');
    await subscribe('stuck', 'sanxian.identity', () => Promise.reject(new Error('not yet')));
    await publish('sanxian.identity');
    await ready.passesAll();
    growOld();
    expect(log.trim()).toBe(0);
  });
});
