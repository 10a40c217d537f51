import { type Producer } from 'kafkajs';
import type mysql from 'mysql2/promise';

const rowsAtOnce = 500;

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
      // The event is what the contract says it is, whoever sends it.
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: String(row['event_id']),
        ce_type: String(row['type']),
        ce_source: '/sanxian/donations',
        ce_subject: String(row['aggregate_id']),
        ce_time: (row['occurred_at'] as Date).toISOString(),
        ce_dataschema: `urn:sanxian:event:${row['type']}`,
        aggregateversion: String(row['aggregate_version']),
        sequence: String(row['sequence']),
      },
    }));
    await producer.send({ topic, acks: -1, messages });
    const ids = rows.map(({ id }) => Number(id));
    await connection.query('UPDATE outbox SET published_at = ? WHERE id IN (?)', [new Date(), ids]);
  }
}
