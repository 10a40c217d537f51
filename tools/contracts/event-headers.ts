/** CloudEvents attributes as Kafka headers, in which everything is text. */
export const eventHeaders = {
  type: 'object',
  required: [
    ...['content-type', 'ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_dataschema'],
    ...['aggregateversion', 'sequence'],
  ],
  properties: {
    'content-type': { type: 'string', const: 'application/json' },
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: { type: 'string', format: 'uuid', description: 'The same when the event is delivered again.' },
    ce_type: { type: 'string', pattern: '^[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[1-9]\\d*$' },
    ce_source: { type: 'string', pattern: '^/sanxian/[a-z]+$', description: 'Which part of Sanxian says so.' },
    ce_subject: { type: 'string', format: 'uuid', description: 'Id of the aggregate, also the key.' },
    ce_time: { type: 'string', format: 'date-time', description: 'When it became true.' },
    ce_dataschema: { type: 'string', pattern: '^urn:sanxian:event:' },
    aggregateversion: {
      type: 'string',
      pattern: '^\\d{1,15}$',
      description: 'Counts the changes of the aggregate: what is older than the version last seen can be dropped.',
    },
    sequence: { type: 'string', pattern: '^\\d{1,15}$', description: 'Counts the events of one change from 0.' },
    traceparent: { type: 'string', description: 'W3C trace context of what caused the event.' },
  },
} as const;
