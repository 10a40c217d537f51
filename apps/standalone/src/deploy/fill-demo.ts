import { join } from 'node:path';
import { StartRefused } from '@sanxian/shared/process';
import { PeopleSeal, readKeyFile } from '@sanxian/shared/security';
import { isDemo } from '@sanxian/shared/split';
import type { DemoSize } from '../demo/city/plan-city.js';
import { DemoSeeding } from '../demo/demo-seeding.js';
import type { DeployEnvironment } from './deploy-environment.js';
import { NetworkForwarding } from './network-forwarding.js';
import { openDatabases } from './open-databases.js';

export interface FillDemoOptions {
  readonly environment: DeployEnvironment;
  /** Where the staff accounts and the progress are written down. */
  readonly folder: string;
  readonly gatewayUrl: string;
  readonly sizeWhenNew: DemoSize;
  readonly say: (line: string) => void;
}

/** Beside a standalone edition's own progress in the same folder; the accounts may be the same for both. */
const fileOf = (folder: string, name: string): string =>
  name === 'demo-accounts.json' ? join(folder, name) : join(folder, 'split', name);

/**
 * Fills the databases of split mode with the demo city, through the gateway as everybody else.
 * @returns the people moving in, or undefined when the city is complete
 * @throws StartRefused when the databases are not marked as a demo
 */
export async function fillDemo(options: FillDemoOptions): Promise<{ stop(): Promise<void>; settled(): Promise<void> }> {
  const { environment, folder } = options;
  const databases = await openDatabases(environment, await readKeyFile(environment.MASTER_KEY_FILE));
  try {
    if (!(await isDemo(databases.gateway))) throw new StartRefused('These databases are not those of the demo');
    const seeding = await DemoSeeding.prepare({
      ...options,
      folder: { file: (name) => fileOf(folder, name) },
      gateway: databases.gateway,
      peopleSeal: new PeopleSeal(await readKeyFile(environment.PEOPLE_KEY_FILE)),
      forwarding: new NetworkForwarding(options.gatewayUrl),
    });
    seeding?.start();
    return { stop: async () => seeding?.stop(), settled: async () => seeding?.settled() };
  } finally {
    await databases.close();
  }
}
