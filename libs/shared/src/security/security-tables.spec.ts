import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { bareTestDataSource } from '../testing/test-database.js';
import { securitySchema } from './security.fixture.js';

describe('security tables', () => {
  let bare: Awaited<ReturnType<typeof bareTestDataSource>>;
  let database: DataSource;

  beforeEach(async () => {
    bare = await bareTestDataSource(securitySchema);
    database = bare.dataSource;
    await database.runMigrations();
  });

  afterEach(() => bare.close());

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
    for (const table of ['person_keys', 'consent_states']) {
      await expect(database.query(`SELECT * FROM ${table}`)).rejects.toThrow(table);
    }
    await database.runMigrations();
  });
});
