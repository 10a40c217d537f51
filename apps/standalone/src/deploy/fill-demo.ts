import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PeopleSeal, readKeyFile } from '@sanxian/shared/security';
import { isDemo } from '@sanxian/shared/split';
import { DemoSeeding } from '../demo/demo-seeding.js';
import type { DeployEnvironment } from './deploy-environment.js';
import { NetworkForwarding } from './network-forwarding.js';
import { openDatabases } from './open-databases.js';

/** Beside a standalone edition's own progress in the same folder; the accounts may be the same for both. */
const fileOf = (folder: string, name: string): string =>
  name === 'demo-accounts.json' ? join(folder, name) : join(folder, 'split', name);

/**
 * Fills databases that `prepare` marked as a demo with the demo city, through the gateway as everybody else. Others stay as
 * they are.
 * @returns the people moving in, settled at once when there is nothing to fill
 */
export async function fillDemo(environment: DeployEnvironment, say: (line: string) => void): Promise<Filling> {
  const { SANXIAN_DATA_DIR: folder, DEMO, GATEWAY_URL } = environment;
  const databases = await openDatabases(environment, await readKeyFile(environment.MASTER_KEY_FILE));
  try {
    if (!(await isDemo(databases.gateway))) return nothingToFill;
    mkdirSync(join(folder, 'split'), { recursive: true, mode: 0o700 });
    const seeding = await DemoSeeding.prepare({
      folder: { file: (name) => fileOf(folder, name) },
      gateway: databases.gateway,
      peopleSeal: new PeopleSeal(await readKeyFile(environment.PEOPLE_KEY_FILE)),
      forwarding: new NetworkForwarding(GATEWAY_URL),
      sizeWhenNew: DEMO === 'village' ? 'village' : 'city',
      say,
    });
    seeding?.start();
    return seeding ?? nothingToFill;
  } finally {
    await databases.close();
  }
}

interface Filling {
  stop(): Promise<void>;
  /** When everybody has moved in, or stopped doing so. */
  settled(): Promise<void>;
}

const nothingToFill: Filling = { stop: () => Promise.resolve(), settled: () => Promise.resolve() };
