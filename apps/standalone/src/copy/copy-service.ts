import type { ServiceRuntime } from '@sanxian/shared/messaging';
import { CopiedTable, type CopyProgress } from './copied-table.js';

/** Who works at the moment, and what a database was filled with: each database's own. */
const leftBehind = ['leases', 'installations'];

/** Every table of a service but those two. A fact counts as not sent: on the other side begins an empty log. */
export const copiedTables = ({ reads }: ServiceRuntime): CopiedTable[] =>
  reads.manager.dataSource.entityMetadatas
    .filter(({ tableName }) => !leftBehind.includes(tableName))
    .map((metadata) => new CopiedTable(metadata, metadata.tableName === 'outbox' ? unpublished : undefined));

/**
 * Copies tables, and reads both sides again.
 * @param say told a line per table: rows and checksum
 * @throws Error when the two sides are not the same
 */
export async function copyService(
  from: Pick<ServiceRuntime, 'reads'>,
  to: ServiceRuntime,
  { progress, say }: { readonly progress: CopyProgress; readonly say: (line: string) => void },
): Promise<void> {
  for (const table of copiedTables(to)) {
    await table.copy(from, to, progress);
    const [there, here] = [await table.sum(from, 'as they will be'), await table.sum(to, 'as they are')];
    const line = `${to.name}.${table.name}: ${here.rows} ${here.checksum}`;
    if (there.rows !== here.rows || there.checksum !== here.checksum) {
      throw new Error(`${line}, but where it came from are ${there.rows} ${there.checksum}`);
    }
    say(line);
  }
}

const unpublished = (row: object): object => ({ ...row, publishedAt: null });
