import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '@sanxian/shared/testing';
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { SeedingJournal } from './seeding-journal.js';

const id = '018f2d4e-7c1a-7000-8000-00000000dead';

describe('the journal of a seeding', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;

  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'journal');
  });
  afterEach(() => folder.remove());

  it('knows at the next start what was made', () => {
    const journal = SeedingJournal.open(file);
    journal.note('event', id);
    journal.note('person-1', 'done');
    const next = SeedingJournal.open(file);
    expect([next.idOf('event'), next.idOf('person-1'), next.idOf('person-2')]).toEqual([id, 'done', undefined]);
    next.remove();
    expect(existsSync(file)).toBe(false);
  });

  it.each(['person-2/inten', 'person-2/intent ', 'person-2/intent 018f2d4e-7c1a-7000-80', 'person-2 don'])(
    'does not believe a line cut short: %s',
    (line) => {
      SeedingJournal.open(file).note('event', id);
      appendFileSync(file, line);
      const next = SeedingJournal.open(file);
      next.note('event/0', id);
      const last = SeedingJournal.open(file);
      expect([last.idOf('event'), last.idOf('event/0')]).toEqual([id, id]);
      expect([last.idOf('person-2/intent'), last.idOf('person-2')]).toEqual([undefined, undefined]);
    },
  );
});
