import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { faultsOf, unstated } from './check-events.js';

const services = ['gateway', 'donations', 'volunteers', 'notifications'] as const;

interface LogRow {
  readonly topic: string;
  readonly key: string;
  readonly headers: string;
}

function withFile<T>(folder: string, name: string, look: (database: Database) => T): T {
  const database = new SqliteDatabase(join(folder, `${name}.sqlite`), { readonly: true });
  try {
    return look(database);
  } finally {
    database.close();
  }
}

function count(database: Database, sql: string): number {
  return database.prepare<[], { found: number }>(sql).get()?.found ?? 0;
}

/** What still has to travel or be tried: empty when every event has been dealt with. */
export function unsettled(folder: string): string[] {
  const waiting = services.flatMap((service) =>
    withFile(folder, service, (database) => {
      const unpublished = count(database, 'SELECT COUNT(*) AS found FROM outbox WHERE published_at IS NULL');
      const held = count(database, "SELECT COUNT(*) AS found FROM held_messages WHERE state = 'waiting'");
      return [
        ...(unpublished > 0 ? [`${service}: ${unpublished} unpublished`] : []),
        ...(held > 0 ? [`${service}: ${held} held`] : []),
      ];
    }),
  );
  return [...waiting, ...laggingGroups(folder)];
}

/** A group lags when a message it listens to lies behind its offset. */
function laggingGroups(folder: string): string[] {
  const topics = {
    donations: ['sanxian.identity', 'sanxian.people', 'sanxian.donations'],
    volunteers: ['sanxian.identity', 'sanxian.people'],
    notifications: ['sanxian.identity', 'sanxian.people', 'sanxian.donations', 'sanxian.volunteers'],
  };
  return withFile(folder, 'log', (database) =>
    Object.entries(topics).flatMap(([group, listened]) => {
      const lag = database
        .prepare<[string, string], { found: number }>(
          `SELECT COUNT(*) AS found FROM log WHERE topic IN (SELECT value FROM json_each(?))
           AND position > COALESCE((SELECT position FROM offsets WHERE "group" = ?), 0)`,
        )
        .get(JSON.stringify(listened), group);
      return lag && lag.found > 0 ? [`${group}: ${lag.found} behind in the log`] : [];
    }),
  );
}

/** Damage in the files: broken pages, dead letters, facts that never reached the log, that nobody stated, or out of order. */
export function damageIn(folder: string): string[] {
  const perService = services.flatMap((service) =>
    withFile(folder, service, (database) => damageInService(database, service)),
  );
  const published = new Set(
    services.flatMap((service) =>
      withFile(folder, service, (database) => column(database, 'SELECT event_id AS value FROM outbox')),
    ),
  );
  const handled = services.flatMap((service) =>
    withFile(folder, service, (database) =>
      unstated(`${service}/inbox`, column(database, 'SELECT DISTINCT event_id AS value FROM inbox'), published),
    ),
  );
  return [...perService, ...handled, ...withFile(folder, 'log', (database) => damageInLog(database, published))];
}

function damageInService(database: Database, service: string): string[] {
  const damage: string[] = [];
  const integrity = database.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') damage.push(`${service}: integrity_check says ${String(integrity)}`);
  const dead = database
    .prepare<[], { consumer: string; reason: string }>('SELECT consumer, reason FROM held_messages')
    .all();
  for (const { consumer, reason } of dead) damage.push(`${consumer}: ${reason}`);
  const gaps = count(
    database,
    `SELECT COUNT(*) AS found FROM outbox later WHERE aggregate_version > 1 AND EXISTS (
       SELECT 1 FROM outbox earlier WHERE earlier.aggregate_type = later.aggregate_type
         AND earlier.aggregate_id = later.aggregate_id
         AND earlier.aggregate_version > later.aggregate_version AND earlier.id < later.id)`,
  );
  if (gaps > 0) damage.push(`${service}: ${gaps} facts in the outbox before an older one of their aggregate`);
  return damage;
}

function damageInLog(database: Database, published: ReadonlySet<string>): string[] {
  const integrity = database.pragma('integrity_check', { simple: true });
  const damage = integrity === 'ok' ? [] : [`log: integrity_check says ${String(integrity)}`];
  const rows = database.prepare<[], LogRow>('SELECT topic, key, headers FROM log ORDER BY position').all();
  const messages = rows.map((row) => ({ ...row, headers: JSON.parse(row.headers) as Record<string, string> }));
  return [...damage, ...faultsOf(messages, published)];
}

function column(database: Database, sql: string): string[] {
  return database
    .prepare<[], { value: string }>(sql)
    .all()
    .map(({ value }) => value);
}
