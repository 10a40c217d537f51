// Fastify and better-sqlite3, nothing else: what one process could do.
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { v7 } from 'uuid';
import { serveIntents, type StoredIntent } from './intents-server.js';

const { PORT = '0', SANXIAN_DATA_DIR = '' } = process.env;
const database = new SqliteDatabase(join(SANXIAN_DATA_DIR, 'reference.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(`
  CREATE TABLE IF NOT EXISTS intents (id TEXT PRIMARY KEY, person_id TEXT NOT NULL, registered_at TEXT NOT NULL,
    product TEXT NOT NULL, volume_ml INTEGER, area TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS intents_by_person ON intents (person_id, registered_at, id);
  CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT NOT NULL UNIQUE,
    payload TEXT NOT NULL, published_at TEXT);
  CREATE TABLE IF NOT EXISTS idempotency_records (scope_hash TEXT PRIMARY KEY, body_hash TEXT NOT NULL,
    answer TEXT NOT NULL);
`);
const record = database.prepare<[string], { answer: string }>(
  'SELECT answer FROM idempotency_records WHERE scope_hash = ?',
);
const insertIntent = database.prepare('INSERT INTO intents VALUES (?, ?, ?, ?, ?, ?)');
const insertEvent = database.prepare('INSERT INTO outbox (event_id, payload) VALUES (?, ?)');
const insertRecord = database.prepare('INSERT INTO idempotency_records VALUES (?, ?, ?)');
const columns = 'id, registered_at AS registeredAt, product, volume_ml AS volumeMl, area';
const list = database.prepare<[string, number], StoredIntent>(
  `SELECT ${columns} FROM intents WHERE person_id = ? ORDER BY registered_at DESC, id DESC LIMIT ?`,
);
const show = database.prepare<[string, string], StoredIntent>(
  `SELECT ${columns} FROM intents WHERE person_id = ? AND id = ?`,
);

const register = database.transaction(
  (personId: string, scopeHash: string, bodyHash: string, { product, volumeMl, area }: StoredIntent) => {
    const earlier = record.get(scopeHash);
    if (earlier) return JSON.parse(earlier.answer) as StoredIntent;
    const stored: StoredIntent = {
      id: v7(),
      registeredAt: new Date().toISOString(),
      product,
      ...(volumeMl === undefined ? {} : { volumeMl }),
      area,
    };
    insertIntent.run(stored.id, personId, stored.registeredAt, product, volumeMl ?? null, area);
    insertEvent.run(v7(), JSON.stringify({ personId, intentId: stored.id, product, area }));
    insertRecord.run(scopeHash, bodyHash, JSON.stringify(stored));
    return stored;
  },
);

await serveIntents(
  {
    register: async (personId, scopeHash, bodyHash, intent) =>
      register.immediate(personId, scopeHash, bodyHash, intent as StoredIntent),
    list: async (personId, limit) => list.all(personId, limit),
    show: async (personId, id) => show.get(personId, id),
  },
  Number(PORT),
);
