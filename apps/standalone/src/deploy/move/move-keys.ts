import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartRefused } from '@sanxian/shared/process';
import type { DeployEnvironment } from '../deploy-environment.js';

/**
 * Takes the folder's keys to where the processes of split mode look for them.
 * A backup may have been kept without them: then they have to be there already.
 * @throws StartRefused when a key is missing, or when another one lies there: what was sealed under the folder's would not open
 */
export function moveKeys(from: string, environment: DeployEnvironment): void {
  const pairs = [
    ['master.key', environment.MASTER_KEY_FILE],
    ['people.key', environment.PEOPLE_KEY_FILE],
    ['signing.key', environment.SIGNING_KEY_FILE],
  ] as const;
  for (const [name, target] of pairs) {
    const source = join(from, name);
    if (!existsSync(source)) {
      if (existsSync(target)) continue;
      throw new StartRefused(`缺少密钥 ${source}。\nThe key ${source} is missing, and there is none at ${target}.`, 78);
    }
    if (!existsSync(target)) {
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      copyFileSync(source, target);
    } else if (!readFileSync(target).equals(readFileSync(source))) {
      throw new StartRefused(`${target} 已有另一个密钥。\n${target} holds another key than ${source}.`, 78);
    }
  }
}
