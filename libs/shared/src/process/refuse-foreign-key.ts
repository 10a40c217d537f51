import type { ServiceRuntime } from '../messaging/service-runtime.js';
import { PersonKeyRow } from '../security/person-key-row.entity.js';
import { PersonKeys } from '../security/person-keys.js';
import { StartRefused } from './start-refused.js';

/**
 * Data that was sealed under another master key could be neither read nor looked up; what is written meanwhile would need both.
 * @throws StartRefused when the key does not open what the database holds
 */
export async function refuseForeignKey({ name, reads, keys, clock }: ServiceRuntime): Promise<void> {
  const [row] = await reads.manager.find(PersonKeyRow, { take: 1 });
  if (!row) return;
  try {
    await new PersonKeys(keys, clock).find(reads.manager, row.personId);
  } catch {
    throw new StartRefused(
      `${name} 的数据是用另一个主密钥加密的。请从备份恢复当时的 master.key；没有它，个人数据无法读取。\n` +
        `The data of ${name} was sealed under another master key. Restore the master.key of that time from the backup; without it ` +
        'nobody can read personal data.',
      78,
    );
  }
}
