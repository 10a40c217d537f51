import { type Producer } from 'kafkajs';
import type mysql from 'mysql2/promise';

const rowsAtOnce = 200;

/** The least a relay can be: reads, sends and marks until nothing is left. */
export async function drainBare(connection: mysql.Connection, producer: Producer, topic: string): Promise<void> {
  for (;;) {
    const [rows] = await connection.query<mysql.RowDataPacket[]>(
      `SELECT * FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT ${rowsAtOnce}`,
    );
    if (rows.length === 0) return;
    const messages = rows.map((row) => ({
      key: String(row['aggregate_id']),
      value: String(row['payload']),
      headers: { ce_id: String(row['event_id']), ce_type: String(row['type']) },
    }));
    await producer.send({ topic, acks: -1, messages });
    const ids = rows.map(({ id }) => Number(id));
    await connection.query('UPDATE outbox SET published_at = ? WHERE id IN (?)', [new Date(), ids]);
  }
}
