import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { Topic } from '../../contracts/event-contract.js';
import type { DeliveredMessage } from '../bus-message.js';
import { undecodableHeader } from './unknown-compression.js';

const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads what Kafka holds as bytes. What is no text keeps its place in the log and loses its headers, and so its readers. */
export function deliveredFrom(
  { key, value, headers = {}, offset }: Pick<KafkaMessage, 'key' | 'value' | 'headers' | 'offset'>,
  topic: Topic,
): DeliveredMessage {
  try {
    return {
      topic,
      key: decode(key) ?? '',
      headers: decodeHeaders(headers),
      body: decode(value),
      position: offset,
    };
  } catch {
    const headers = { [undecodableHeader]: 'not UTF-8' };
    return { topic, key: key?.toString() ?? '', headers, body: value?.toString() ?? null, position: offset };
  }
}

const decode = (bytes: Buffer | null): string | null => (bytes ? text.decode(bytes) : null);

function decodeHeaders(headers: IHeaders): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => {
    // Of a header that is there several times, the last one counts.
    const last = Array.isArray(value) ? value.at(-1) : value;
    return [name, typeof last === 'string' ? last : (decode(last ?? null) ?? '')];
  });
  return Object.fromEntries(entries);
}
