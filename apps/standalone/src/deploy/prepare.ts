import { existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { hasStaffAccount } from '@sanxian/gateway/module';
import { createTopics } from '@sanxian/shared/kafka';
import { StartRefused } from '@sanxian/shared/process';
import { PersonKeyRow, readOrCreateKeyFile, readOrCreateSigningKey } from '@sanxian/shared/security';
import { isDemo, markAsDemo } from '@sanxian/shared/split';
import { offerSetUp } from '../set-up/offer-set-up.js';
import type { DeployEnvironment } from './deploy-environment.js';
import { openDatabases, type Databases } from './open-databases.js';

export type Prepared = 'new demo' | 'demo' | 'own';

/**
 * The step before the processes of split mode start, harmless to repeat: topics, tables, keys.
 * @param say told the link of the first set-up, while nobody can log in as staff
 * @returns what the databases are: the demo city as of now, or since earlier, or somebody's own
 * @throws StartRefused when data is there but the keys to it are not
 */
export async function prepare(environment: DeployEnvironment, say: (line: string) => void): Promise<Prepared> {
  await createTopics({
    brokers: environment.KAFKA_BROKERS,
    prefix: environment.KAFKA_PREFIX,
    replicationFactor: environment.KAFKA_REPLICATION_FACTOR,
  });
  // Whether a database is empty can be seen without the key, and whether a key may be made depends on it.
  const databases = await openDatabases(environment, randomBytes(32));
  try {
    const empty = await holdNothing(databases);
    await makeKeys(environment, empty);
    if (empty && environment.DEMO !== 'no' && environment.NODE_ENV !== 'production') {
      for (const runtime of databases.all) await markAsDemo(runtime);
      return 'new demo';
    }
    if (await isDemo(databases.gateway)) return 'demo';
    await offerSetUp(databases.gateway, environment.GATEWAY_URL, say);
    return 'own';
  } finally {
    await databases.close();
  }
}

async function holdNothing({ all, gateway }: Databases): Promise<boolean> {
  if (await hasStaffAccount(gateway)) return false;
  for (const { reads } of all) if (await reads.manager.existsBy(PersonKeyRow, {})) return false;
  return true;
}

/** A key that is made anew opens nothing that was sealed before. */
async function makeKeys(environment: DeployEnvironment, empty: boolean): Promise<void> {
  const { MASTER_KEY_FILE, PEOPLE_KEY_FILE, SIGNING_KEY_FILE } = environment;
  const missing = [MASTER_KEY_FILE, PEOPLE_KEY_FILE].filter((file) => !existsSync(file));
  if (missing.length > 0 && !empty) {
    throw new StartRefused(
      `数据库中已有数据，但密钥文件不在：${missing.join('、')}。请从备份恢复密钥。\n` +
        `The databases hold data, but these keys are missing: ${missing.join(', ')}. Restore them from the backup.`,
      78,
    );
  }
  await readOrCreateKeyFile(MASTER_KEY_FILE);
  await readOrCreateKeyFile(PEOPLE_KEY_FILE);
  await readOrCreateSigningKey(SIGNING_KEY_FILE);
}
