import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { StartRefused } from '@sanxian/shared/process';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import type { EntityManager } from 'typeorm';
import type { CopyProgress } from '../../copy/copied-table.js';

/** Names a source folder without showing its key: only a folder with the same master key may go on with a move. */
export const sourceIdOf = (masterKeyFile: string): string =>
  createHash('sha256').update('sanxian/move').update(readFileSync(masterKeyFile)).digest('hex');

/**
 * How far a move into one database has come, kept in that database, so that a page and the note of it commit together. The
 * table stays when the move is over: it says where the data came from.
 */
export class MoveMarker implements CopyProgress {
  private constructor(
    private readonly target: ServiceRuntime,
    private readonly source: string,
  ) {}

  /** @throws StartRefused when the database holds anything that this source did not bring */
  static async on(target: ServiceRuntime, source: string, tables: readonly string[]): Promise<MoveMarker> {
    const marker = new MoveMarker(target, source);
    await target.unitOfWork.run(({ manager }) =>
      manager.query(
        'CREATE TABLE IF NOT EXISTS move_progress (source varchar(64), name varchar(64), moved int, PRIMARY KEY (source, name))',
      ),
    );
    const known = await target.reads.manager.query<{ source: string }[]>('SELECT DISTINCT source FROM move_progress');
    if (known.some((row) => row.source === source)) return marker;
    const filled = known.length > 0 ? ['move_progress'] : await tablesWithRows(target, tables);
    if (filled.length === 0) {
      await target.unitOfWork.run(({ manager }) => marker.note(manager, '', 0));
      return marker;
    }
    throw new StartRefused(
      `${target.name} 的数据库不是空的（${filled.join('、')}），迁移不会覆盖任何内容。\n` +
        `The database of ${target.name} is not empty (${filled.join(', ')}), and a move overwrites nothing.`,
      78,
    );
  }

  async copied(table: string): Promise<number> {
    const [row] = await this.target.reads.manager.query<{ moved: number }[]>(
      'SELECT moved FROM move_progress WHERE source = ? AND name = ?',
      [this.source, table],
    );
    return row?.moved ?? 0;
  }

  async note(manager: EntityManager, table: string, copied: number): Promise<void> {
    await manager.query('DELETE FROM move_progress WHERE source = ? AND name = ?', [this.source, table]);
    await manager.query('INSERT INTO move_progress (source, name, moved) VALUES (?, ?, ?)', [
      this.source,
      table,
      copied,
    ]);
  }
}

async function tablesWithRows({ reads }: ServiceRuntime, tables: readonly string[]): Promise<string[]> {
  const filled: string[] = [];
  for (const table of tables) {
    const rows = await reads.manager.query<unknown[]>(`SELECT 1 FROM ${table} LIMIT 1`);
    if (rows.length > 0) filled.push(table);
  }
  return filled;
}
