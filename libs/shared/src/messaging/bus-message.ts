import type { Topic } from '../contracts/event-contract.js';

/** One message as a bus carries it: CloudEvents 1.0 in binary mode. */
export interface BusMessage {
  readonly topic: Topic;
  /** The aggregate id: messages of one key stay in order. */
  readonly key: string;
  /** `ce_*` attributes, `aggregateversion`, `sequence`, `traceparent`. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON of the event; null erases what was said under this key (compacted topics). */
  readonly body: string | null;
}

/** A message with its place in the log, as a subscriber gets it. */
export interface DeliveredMessage extends BusMessage {
  /** Grows along one key. A name for logs and held rows, not something to calculate with. */
  readonly position: string;
}
