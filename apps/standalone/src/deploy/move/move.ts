import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createTopics } from '@sanxian/shared/kafka';
import { StartRefused } from '@sanxian/shared/process';
import { readKeyFile } from '@sanxian/shared/security';
import { markAsDemo } from '@sanxian/shared/split';
import { SystemClock } from '@sanxian/shared/config';
import { copiedTables, copyService } from '../../copy/copy-service.js';
import { DataFolder } from '../../data-folder/data-folder.js';
import type { DeployEnvironment } from '../deploy-environment.js';
import { openDatabases } from '../open-databases.js';
import { openServices } from '../../open-services.js';
import { moveKeys } from './move-keys.js';
import { MoveMarker, sourceIdOf } from './move-marker.js';

/**
 * Brings a standalone folder, which nobody uses meanwhile, into the databases of split mode, keys included. Cut off, it goes on
 * where it was; the folder stays as it is.
 *
 * Kafka begins empty: every fact that the outboxes still hold is sent again, and consumers pass over those that they know.
 * @param say told a line per table: rows and checksum, equal on both sides
 * @throws StartRefused for a folder in use, or for a target that holds anything else
 */
export async function move(from: string, environment: DeployEnvironment, say: (line: string) => void): Promise<void> {
  if (!existsSync(join(from, 'sanxian.json')))
    throw new StartRefused(`${from} 不是数据目录。\n${from} is no data folder.`);
  const folder = DataFolder.open(from, 'own');
  const opened: { close(): Promise<void> }[] = [];
  try {
    moveKeys(from, environment);
    const masterKey = await readKeyFile(environment.MASTER_KEY_FILE);
    const sources = await openServices(folder, masterKey, new SystemClock());
    opened.push(sources);
    const targets = await openDatabases(environment, masterKey);
    opened.push(targets);
    await createTopics({
      brokers: environment.KAFKA_BROKERS,
      prefix: environment.KAFKA_PREFIX,
      replicationFactor: environment.KAFKA_REPLICATION_FACTOR,
    });
    const source = sourceIdOf(environment.MASTER_KEY_FILE);
    // The gateway last: nobody can log in to half of the data.
    for (const target of targets.all.toReversed()) {
      const names = copiedTables(target).map(({ name }) => name);
      const progress = await MoveMarker.on(target, source, names);
      await copyService(sources.runtimeOf(target.name), target, { progress, say });
      if (folder.kind === 'demo') await markAsDemo(target);
    }
  } finally {
    for (const part of opened.toReversed()) await part.close();
    folder.release();
  }
}
