import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { StartRefused } from '@sanxian/shared/process';
import SqliteDatabase, { type Database } from 'better-sqlite3';

/** What is no secret and no database: what the folder is, and how far its demo has come. */
const notes = ['sanxian.json', 'demo.json', 'demo-progress', 'demo-seeded'];
const secrets = ['master.key', 'people.key', 'signing.key', 'demo-accounts.json'];

const lockMilliseconds = 50;
const mostTries = 200;
const longestPauseMilliseconds = 50;

export interface BackupOptions {
  /** A data folder, in use or not. */
  readonly from: string;
  /** Becomes a data folder that a server can start on. */
  readonly to: string;
  /** Whether the keys come along; they are better kept somewhere else. */
  readonly keys: boolean;
}

export interface Backup {
  /** How long nobody could write. */
  readonly standstillMilliseconds: number;
}

/**
 * Copies a data folder as it was at one moment, while the server goes on: every database is held at that moment, for a few
 * milliseconds in which nobody writes, and then copied page by page.
 * @throws StartRefused when there is no data folder, or the place for the copy is taken
 */
export async function backUp({ from, to, keys }: BackupOptions): Promise<Backup> {
  if (!existsSync(join(from, 'sanxian.json'))) {
    throw new StartRefused(`${from} 不是数据目录。\n${from} is no data folder.`);
  }
  refuseTakenPlace(to);
  const databases = readdirSync(from).filter((name) => name.endsWith('.sqlite') && name !== 'lock.sqlite');
  const held = await holdAtOneMoment(databases.map((name) => join(from, name)));
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 });
    for (const [index, name] of databases.entries()) {
      const copy = join(to, name);
      await held.readers[index]!.backup(copy);
      assertWhole(copy);
    }
  } finally {
    for (const reader of held.readers) reader.close();
  }
  for (const name of [...notes, ...(keys ? secrets : [])]) {
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
  }
  return { standstillMilliseconds: held.standstillMilliseconds };
}

/** @throws StartRefused when something lies where a backup is to be written */
export function refuseTakenPlace(to: string): void {
  if (existsSync(to) && readdirSync(to).length > 0) {
    throw new StartRefused(
      `${to} 不是空目录，备份不会覆盖任何内容。\n${to} is not empty, and a backup overwrites nothing.`,
    );
  }
}

/**
 * Readers that all see the same moment. A fact and its place in the log lie in two files: seen at two moments, one of them
 * would be missing.
 */
async function holdAtOneMoment(files: readonly string[]) {
  for (let tries = 1; ; tries += 1) {
    const writers: Database[] = [];
    const readers: Database[] = [];
    try {
      for (const file of files) {
        // Not for long: the server may hold one of them, and wait for another that is held here.
        const writer = new SqliteDatabase(file, { timeout: lockMilliseconds, fileMustExist: true });
        writers.push(writer);
        writer.exec('BEGIN IMMEDIATE');
      }
      const from = performance.now();
      for (const file of files) readers.push(startReading(file));
      return { readers, standstillMilliseconds: performance.now() - from };
    } catch (error) {
      for (const reader of readers) reader.close();
      if (!isBusy(error) || tries === mostTries) throw error;
    } finally {
      // Ends what was begun: nothing was written.
      for (const writer of writers) writer.close();
    }
    await setTimeout(Math.random() * longestPauseMilliseconds);
  }
}

/** A transaction sees its moment from its first read on. */
function startReading(file: string): Database {
  const reader = new SqliteDatabase(file, { fileMustExist: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT COUNT(*) FROM sqlite_master').get();
  return reader;
}

function assertWhole(file: string): void {
  const copy = new SqliteDatabase(file);
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`The copy ${file} is damaged: ${String(verdict)}`);
  } finally {
    copy.close();
  }
}

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'SQLITE_BUSY';
