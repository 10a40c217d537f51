import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { sqliteDataSource } from '../persistence/sqlite-database.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { securitySchema } from './security.fixture.js';

describe('security tables', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let database: DataSource;

  beforeEach(async () => {
    folder = temporaryFolder();
    database = await sqliteDataSource(join(folder.path, 'test.sqlite'), securitySchema, false).initialize();
    await database.runMigrations();
  });

  afterEach(async () => {
    await database.destroy();
    folder.remove();
  });

  it('are what the entities say', async () => {
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('know two states of a consent', async () => {
    const insert = (state: string) =>
      database.query('INSERT INTO consent_states VALUES (?, ?, ?, ?, ?, ?)', [
        'p',
        'blood-contact',
        state,
        1,
        '2026-01-01',
        null,
      ]);
    await expect(insert('maybe')).rejects.toThrow('consent_states_state');
    await insert('granted');
  });

  it('go again, and come back', async () => {
    await database.undoLastMigration();
    expect(
      await database.query("SELECT name FROM sqlite_master WHERE name IN ('person_keys', 'consent_states')"),
    ).toEqual([]);
    await database.runMigrations();
  });
});
