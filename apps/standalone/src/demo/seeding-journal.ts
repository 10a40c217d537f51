import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * What has been made, one line each, with the id it got. Idempotency keys make a repeated request harmless for three days;
 * this spares most of the repetition, and keeps a demo that is taken up again after weeks from having things twice.
 */
export class SeedingJournal {
  private readonly done = new Map<string, string>();

  private constructor(private readonly file: string) {}

  static open(file: string): SeedingJournal {
    const journal = new SeedingJournal(file);
    if (!existsSync(file)) return journal;
    for (const line of readFileSync(file, 'utf8').split('\n')) journal.read(line);
    // What comes next begins on a line of its own, whatever the last start left behind.
    appendFileSync(file, '\n');
    return journal;
  }

  idOf(key: string): string | undefined {
    return this.done.get(key);
  }

  note(key: string, id: string): void {
    this.done.set(key, id);
    appendFileSync(this.file, `${key} ${id}\n`);
  }

  remove(): void {
    rmSync(this.file, { force: true });
  }

  /** A line cut short by a kill has no id of full length and is not believed. */
  private read(line: string): void {
    const entry = /^(\S+) ([0-9a-f-]{36}|done)$/.exec(line);
    if (entry) this.done.set(entry[1]!, entry[2]!);
  }
}
