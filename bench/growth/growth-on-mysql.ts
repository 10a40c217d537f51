import { newId } from '@sanxian/shared/config';
import { eventually, temporaryFolder } from '@sanxian/shared/testing';
import mysql from 'mysql2/promise';
import { SplitSystem } from '../../tools/split/split-system.js';
import { testInfrastructure } from '../../tools/split/test-infrastructure.js';
import type { BenchOptions } from '../bench-options.js';
import type { Figure } from '../figures/figure.js';
import { benchGrowth, strangersLike } from './growth.js';

const rowsAtOnce = 5_000;

export async function* growthOnMysql(options: BenchOptions): AsyncGenerator<Figure> {
  const folder = temporaryFolder();
  const infrastructure = await testInfrastructure();
  const system = await SplitSystem.start({
    infrastructure: { ...infrastructure.variables, ...options.profile },
    folder: folder.path,
    demo: true,
  });
  try {
    const processIds = system.all.map(({ processId }) => processId);
    const growTo = (rows: number) => grow(infrastructure.databases.donations, rows);
    yield* benchGrowth({ name: 'split', url: system.url, processIds, growTo }, options);
  } finally {
    await system.stop();
    await infrastructure.remove();
    folder.remove();
  }
}

async function grow(uri: string, rows: number): Promise<void> {
  const connection = await mysql.createConnection({ uri, dateStrings: true, typeCast: textAsText });
  const [[template]] = await connection.query<mysql.RowDataPacket[]>('SELECT * FROM blood_intents LIMIT 1');
  const [[count]] = await connection.query<mysql.RowDataPacket[]>('SELECT COUNT(*) AS found FROM blood_intents');
  for (let there = Number(count!['found']); there < rows; there += rowsAtOnce) {
    const made = strangersLike(template!, rowsAtOnce, newId).map((row) => Object.values(row));
    await connection.query('INSERT INTO blood_intents VALUES ?', [made]);
  }
  await connection.query('ANALYZE TABLE blood_intents');
  // What is still being written to disk would be measured with the reads.
  await eventually(() => assertCalm(connection), { withinMilliseconds: 240_000 });
  await connection.end();
}

/** JSON goes back as it came. */
const textAsText: mysql.TypeCast = (field, next) => (field.type === 'JSON' ? field.string('utf8') : next());

const fewDirtyPages = 100;

async function assertCalm(connection: mysql.Connection): Promise<void> {
  const sql = "SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'";
  const [[status]] = await connection.query<mysql.RowDataPacket[]>(sql);
  if (Number(status!['Value']) > fewDirtyPages) throw new Error(`${status!['Value']} pages are not on the disk yet`);
}
