import { join } from 'node:path';
import { newId } from '@sanxian/shared/config';
import { temporaryFolder } from '@sanxian/shared/testing';
import SqliteDatabase from 'better-sqlite3';
import { ServerProcess } from '../../tools/process/server-process.js';
import type { BenchOptions } from '../bench-options.js';
import type { Figure } from '../figures/figure.js';
import { benchGrowth, strangersLike } from './growth.js';

const rowsAtOnce = 10_000;

export async function* growthOnSqlite(options: BenchOptions): AsyncGenerator<Figure> {
  const folder = temporaryFolder();
  const server = await ServerProcess.on(folder.path, { flags: ['--village'], environment: options.profile });
  try {
    await server.start();
    const growTo = async (rows: number) => grow(join(folder.path, 'donations.sqlite'), rows);
    const { url, processId } = server;
    yield* benchGrowth({ name: 'one process', url, processIds: [processId], growTo }, options);
  } finally {
    await server.stop();
    folder.remove();
  }
}

function grow(file: string, rows: number): void {
  const database = new SqliteDatabase(file, { timeout: 10_000 });
  const template = database.prepare<[], Record<string, unknown>>('SELECT * FROM blood_intents LIMIT 1').get()!;
  const names = Object.keys(template);
  const insert = database.prepare(`INSERT INTO blood_intents VALUES (${names.map((name) => `@${name}`).join()})`);
  const insertAll = database.transaction((made: Record<string, unknown>[]) => {
    for (const row of made) insert.run(row);
  });
  const count = database.prepare<[], { found: number }>('SELECT COUNT(*) AS found FROM blood_intents');
  for (let there = count.get()!.found; there < rows; there += rowsAtOnce) {
    insertAll.immediate(strangersLike(template, rowsAtOnce, newId));
  }
  database.exec('ANALYZE');
  database.close();
}
