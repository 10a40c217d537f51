import { existsSync } from 'node:fs';
import { StartRefused } from '@sanxian/shared/process';
import SqliteDatabase from 'better-sqlite3';

/**
 * A key that is made anew opens nothing that was sealed before, so one is made only for a folder without people.
 * @param databases files that may not be there yet
 * @throws StartRefused when a database holds people and a key is not there
 */
export function refuseLostKeys(databases: readonly string[], keys: readonly string[]): void {
  const missing = keys.filter((file) => !existsSync(file));
  if (missing.length === 0 || !databases.some(holdsPeople)) return;
  throw new StartRefused(
    `数据目录中已有个人数据，但密钥文件不在：${missing.join('、')}。请从备份恢复密钥；没有主密钥，个人数据无法读取。\n` +
      `The folder holds personal data, but these keys are missing: ${missing.join(', ')}. Restore them from the backup; without ` +
      'the master key nobody can read personal data.',
    78,
  );
}

function holdsPeople(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new SqliteDatabase(file, { readonly: true });
  try {
    const table = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'person_keys'").get();
    return table !== undefined && database.prepare('SELECT 1 FROM person_keys LIMIT 1').get() !== undefined;
  } finally {
    database.close();
  }
}
