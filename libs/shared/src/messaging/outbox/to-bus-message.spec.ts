import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { newId } from '../../config/new-id.js';
import { BloodIntentWithdrawn } from '../../contracts/donations/blood-intent-withdrawn.v1.js';
import { describeEvent } from '../../contracts/event-contract.js';
import { OutboxRow } from './outbox-row.entity.js';
import { toBusMessage } from './to-bus-message.js';

const asyncApi = parse(readFileSync(join(import.meta.dirname, '../../../../../asyncapi.yaml'), 'utf8')) as object;
const ajv = addFormats.default(new Ajv({ strict: false }));
ajv.addSchema(asyncApi, 'document');

const { type, topic } = describeEvent(BloodIntentWithdrawn);
const row: OutboxRow = Object.assign(new OutboxRow(), {
  ...{ eventId: newId(), topic, aggregateType: 'blood-intent', aggregateId: newId(), aggregateVersion: 2, sequence: 0 },
  ...{ type, traceparent: null, payload: '{}', occurredAt: new Date('2026-11-23T08:00:00.000Z'), publishedAt: null },
});
const asDocumented = (message: string, headers: object): boolean =>
  ajv.validate({ $ref: `document#/components/messages/${message}/headers` }, headers);

describe('the headers of an event', () => {
  it('are those that asyncapi.yaml documents', () => {
    const { headers } = toBusMessage(row);
    expect(asDocumented(type, headers)).toBe(true);
    expect(asDocumented('donations.blood-intent-registered.v1', headers)).toBe(false);
    expect(asDocumented(type, { ...headers, ce_id: '1' })).toBe(false);
  });

  it('carry the trace of what caused it', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const { headers } = toBusMessage(Object.assign(new OutboxRow(), row, { traceparent }));
    expect(headers['traceparent']).toBe(traceparent);
    expect(asDocumented(type, headers)).toBe(true);
  });
});
