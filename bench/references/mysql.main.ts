// Fastify and mysql2, nothing else: what a service could do.
import mysql from 'mysql2/promise';
import { v7 } from 'uuid';
import { type IntentStore, serveIntents, type StoredIntent } from './intents-server.js';

const { PORT = '0', REFERENCE_DB_URL = '' } = process.env;
const pool = mysql.createPool({ uri: REFERENCE_DB_URL, connectionLimit: 10, timezone: 'Z' });
for (const table of [
  `intents (id CHAR(36) PRIMARY KEY, person_id CHAR(36) NOT NULL, registered_at DATETIME(3) NOT NULL,
    product VARCHAR(20) NOT NULL, volume_ml INT, area VARCHAR(9) NOT NULL, KEY by_person (person_id, registered_at, id))`,
  'outbox (id BIGINT PRIMARY KEY AUTO_INCREMENT, event_id CHAR(36) NOT NULL UNIQUE, payload TEXT NOT NULL)',
  'idempotency_records (scope_hash CHAR(64) PRIMARY KEY, body_hash CHAR(64) NOT NULL, answer TEXT NOT NULL)',
]) {
  await pool.query(`CREATE TABLE IF NOT EXISTS ${table}`);
}
const columns = 'id, registered_at AS registeredAt, product, volume_ml AS volumeMl, area';

const store: IntentStore = {
  register: async (personId, scopeHash, bodyHash, { product, volumeMl, area }) => {
    const connection = await pool.getConnection();
    try {
      await connection.beginTransaction();
      const [[earlier]] = await connection.execute<mysql.RowDataPacket[]>(
        'SELECT answer FROM idempotency_records WHERE scope_hash = ?',
        [scopeHash],
      );
      if (earlier) return JSON.parse(earlier['answer'] as string) as StoredIntent;
      const now = new Date();
      const stored = {
        id: v7(),
        registeredAt: now.toISOString(),
        product,
        ...(volumeMl === undefined ? {} : { volumeMl }),
        area,
      };
      await connection.execute('INSERT INTO intents VALUES (?, ?, ?, ?, ?, ?)', [
        ...[stored.id, personId, now, product, volumeMl ?? null, area],
      ]);
      await connection.execute('INSERT INTO outbox (event_id, payload) VALUES (?, ?)', [
        ...[v7(), JSON.stringify({ personId, intentId: stored.id, product, area })],
      ]);
      await connection.execute('INSERT INTO idempotency_records VALUES (?, ?, ?)', [
        ...[scopeHash, bodyHash, JSON.stringify(stored)],
      ]);
      await connection.commit();
      return stored;
    } catch (error) {
      await connection.rollback();
      throw error;
    } finally {
      connection.release();
    }
  },
  list: async (personId, limit) => {
    const sql = `SELECT ${columns} FROM intents WHERE person_id = ? ORDER BY registered_at DESC, id DESC LIMIT ${limit}`;
    const [rows] = await pool.execute<(mysql.RowDataPacket & StoredIntent)[]>(sql, [personId]);
    return rows;
  },
  show: async (personId, id) => {
    const sql = `SELECT ${columns} FROM intents WHERE person_id = ? AND id = ?`;
    const [rows] = await pool.execute<(mysql.RowDataPacket & StoredIntent)[]>(sql, [personId, id]);
    return rows[0];
  },
};

await serveIntents(store, Number(PORT));
