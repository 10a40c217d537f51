import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createTopics } from '@sanxian/shared/kafka';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import { StartRefused } from '@sanxian/shared/process';
import { readKeyFile } from '@sanxian/shared/security';
import { markAsDemo } from '@sanxian/shared/split';
import { SystemClock } from '@sanxian/shared/config';
import { DataFolder } from '../../data-folder/data-folder.js';
import type { DeployEnvironment } from '../deploy-environment.js';
import { openDatabases } from '../open-databases.js';
import { openServices } from '../../open-services.js';
import { moveKeys } from './move-keys.js';
import { MoveMarker, sourceIdOf } from './move-marker.js';
import { MovedTable } from './moved-table.js';

/** Who works at the moment, and what a database was filled with: the target's own. */
const leftBehind = ['leases', 'installations'];

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
      await moveService(sources.runtimeOf(target.name), target, source, say);
      if (folder.kind === 'demo') await markAsDemo(target);
    }
  } finally {
    for (const part of opened.toReversed()) await part.close();
    folder.release();
  }
}

async function moveService(
  from: ServiceRuntime,
  to: ServiceRuntime,
  source: string,
  say: (line: string) => void,
): Promise<void> {
  const tables = from.reads.manager.dataSource.entityMetadatas
    .filter(({ tableName }) => !leftBehind.includes(tableName))
    .map((metadata) => new MovedTable(metadata, metadata.tableName === 'outbox' ? unpublished : undefined));
  const marker = await MoveMarker.on(
    to,
    source,
    tables.map(({ name }) => name),
  );
  for (const table of tables) {
    await table.copy(from, to, marker);
    const [there, here] = [await table.sum(from, 'as they will be'), await table.sum(to, 'as they are')];
    const line = `${to.name}.${table.name}: ${here.rows} ${here.checksum}`;
    if (there.rows !== here.rows || there.checksum !== here.checksum) {
      throw new Error(`${line}, but the folder has ${there.rows} ${there.checksum}`);
    }
    say(line);
  }
}

const unpublished = (row: object): object => ({ ...row, publishedAt: null });
