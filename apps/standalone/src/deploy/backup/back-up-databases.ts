import { copyFileSync } from 'node:fs';
import { SystemClock } from '@sanxian/shared/config';
import { wholeSchema } from '@sanxian/shared/http';
import { databaseAddress, type MysqlAddress, mysqlDataSource, snapshotsOf } from '@sanxian/shared/persistence';
import { readKeyFile } from '@sanxian/shared/security';
import { isDemo } from '@sanxian/shared/split';
import type { CopyProgress } from '../../copy/copied-table.js';
import { copyService } from '../../copy/copy-service.js';
import { DataFolder } from '../../data-folder/data-folder.js';
import type { DeployEnvironment } from '../deploy-environment.js';
import { databasePlaces } from '../open-databases.js';
import { openServices } from '../../open-services.js';
import { type Backup, refuseTakenPlace } from '../../backup/back-up.js';

export interface DatabasesBackupOptions {
  readonly environment: DeployEnvironment;
  /** Becomes a data folder. */
  readonly to: string;
  /** Whether the keys come along; they are better kept somewhere else. */
  readonly keys: boolean;
  /** Told a line per table: rows and checksum, equal on both sides. */
  readonly say: (line: string) => void;
}

/**
 * Copies the databases of split mode, as they all were at one moment, into a data folder: a server can be started on it to look
 * what it holds, and `npm run move` brings it back. Every fact in it counts as not sent, since Kafka is not copied.
 * @throws StartRefused when the place for the copy is taken
 */
export async function backUpDatabases({ environment, to, keys, say }: DatabasesBackupOptions): Promise<Backup> {
  refuseTakenPlace(to);
  const opened: { close(): Promise<void> }[] = [];
  const places = databasePlaces(environment);
  try {
    const dataSources = [];
    for (const { definition, databaseUrl } of places) {
      const dataSource = await mysqlDataSource(databaseAddress(databaseUrl) as MysqlAddress, wholeSchema(definition));
      opened.push({ close: () => dataSource.destroy() });
      dataSources.push(dataSource);
    }
    const masterKey = await readKeyFile(environment.MASTER_KEY_FILE);
    const snapshots = await snapshotsOf(dataSources);
    opened.push(snapshots);
    const folder = DataFolder.open(to, (await isDemo({ reads: snapshots.reads[0]! })) ? 'demo' : 'own');
    opened.push({ close: () => Promise.resolve(folder.release()) });
    const copies = await openServices(folder, masterKey, new SystemClock());
    opened.push(copies);
    for (const [index, { definition }] of places.entries()) {
      const reads = snapshots.reads[index]!;
      await copyService({ reads }, copies.runtimeOf(definition.name), { progress: fromTheStart, say });
    }
    if (keys) {
      copyFileSync(environment.MASTER_KEY_FILE, folder.file('master.key'));
      copyFileSync(environment.PEOPLE_KEY_FILE, folder.file('people.key'));
      copyFileSync(environment.SIGNING_KEY_FILE, folder.file('signing.key'));
    }
    return snapshots;
  } finally {
    for (const part of opened.toReversed()) await part.close();
  }
}

/** A backup that was cut off is thrown away. */
const fromTheStart: CopyProgress = { copied: () => Promise.resolve(0), note: () => Promise.resolve() };
