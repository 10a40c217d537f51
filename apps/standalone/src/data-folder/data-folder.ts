import SqliteDatabase, { type Database } from 'better-sqlite3';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '@sanxian/shared/process';

export type DataKind = 'demo' | 'own';

interface FolderDescription {
  readonly data: DataKind;
}

const descriptionFile = 'sanxian.json';

/** The folder everything lies in: databases, keys, the event log. One process at a time. */
export class DataFolder {
  private constructor(
    readonly path: string,
    private readonly lock: Database,
    readonly kind: DataKind,
  ) {}

  /**
   * Opens or creates the folder and locks it for this process.
   * @param kindWhenNew what a new folder becomes; an old one stays what it is
   * @throws StartRefused with a sentence for the person who started the program
   */
  static open(path: string, kindWhenNew: DataKind): DataFolder {
    makeFolder(path);
    const lock = lockFolder(path);
    try {
      return new DataFolder(path, lock, readOrCreateDescription(join(path, descriptionFile), kindWhenNew).data);
    } catch (error) {
      lock.close();
      throw error;
    }
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** After everything else is closed. */
  release(): void {
    this.lock.close();
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartRefused(
      `数据目录 ${path} 无法写入（${reason(error)}）。请换一个目录：SANXIAN_DATA_DIR=… npm start\n` +
        `The data folder ${path} cannot be written (${reason(error)}). Choose another one: SANXIAN_DATA_DIR=… npm start`,
    );
  }
}

/** Written aside and renamed: a start that is killed leaves no half a file. */
function readOrCreateDescription(file: string, kindWhenNew: DataKind): FolderDescription {
  if (!existsSync(file)) {
    const description: FolderDescription = { data: kindWhenNew };
    writeFileSync(`${file}.new`, `${JSON.stringify(description)}\n`, { flush: true });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as FolderDescription;
}

/** An exclusive SQLite lock: the kernel frees it with the process, even after kill -9, so no stale lock file can stay. */
function lockFolder(path: string): Database {
  const database = new SqliteDatabase(join(path, 'lock.sqlite'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (reason(error) !== 'SQLITE_BUSY') throw error;
    throw new StartRefused(
      `数据目录 ${path} 正被另一个三献进程使用。请先停止它，或换一个目录：SANXIAN_DATA_DIR=… npm start\n` +
        `Another Sanxian process is using ${path}. Stop it first, or choose another folder: SANXIAN_DATA_DIR=… npm start`,
    );
  }
}

function reason(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
