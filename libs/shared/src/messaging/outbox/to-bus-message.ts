import type { BusMessage } from '../bus-message.js';
import type { OutboxRow } from './outbox-row.entity.js';

export function toBusMessage(row: OutboxRow): BusMessage {
  const service = row.type.slice(0, row.type.indexOf('.'));
  return {
    topic: row.topic,
    key: row.aggregateId,
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: row.eventId,
      ce_type: row.type,
      ce_source: `/sanxian/${service}`,
      ce_subject: row.aggregateId,
      ce_time: row.occurredAt.toISOString(),
      ce_dataschema: `urn:sanxian:event:${row.type}`,
      aggregateversion: String(row.aggregateVersion),
      sequence: String(row.sequence),
      ...(row.traceparent ? { traceparent: row.traceparent } : {}),
    },
    body: row.payload,
  };
}
