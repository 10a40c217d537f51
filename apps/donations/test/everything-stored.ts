import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestService } from '@sanxian/shared/testing';

/** The bytes of every file the service wrote, write-ahead logs included. */
export async function everythingStored({ folder }: TestService): Promise<string> {
  const files = await readdir(folder);
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
  return contents.join('\n');
}
