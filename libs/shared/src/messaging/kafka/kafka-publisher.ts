import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { CompressionTypes, type Kafka, type Producer, Partitioners } from 'kafkajs';
import type { BusMessage } from '../bus-message.js';

const acknowledgedByAllReplicas = -1;
/** Half of what a broker takes as one batch of one partition unless told otherwise. */
const bytesAtOnce = 512 * 1024;
const bytesAround = 100;
/**
 * kafkajs asks no broker twice that has answered a batch once. Of a batch over several leaders it would skip, and report as sent, what a
 * dead one leaves to another that has answered before. We repeat batches as wholes, with a new producer.
 */
const notWithin = { retries: 0 };
const mostTries = 6;
const firstPauseMilliseconds = 100;

/**
 * One producer, one awaited batch at a time. Not idempotent: after a failed send kafkajs counts its sequence back, and the
 * broker would take the next message for the one before and drop it. Consumers know what they have seen.
 */
export class KafkaPublisher {
  private producer: Producer | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly kafka: Kafka,
    private readonly prefix: string,
  ) {}

  publish(batch: readonly BusMessage[]): Promise<void> {
    const sent = this.last.then(() => this.sendInParts(batch));
    this.last = sent.catch(() => undefined);
    return sent;
  }

  async close(): Promise<void> {
    await this.last;
    await this.forgetProducer();
  }

  private async sendInParts(batch: readonly BusMessage[]): Promise<void> {
    for (const part of partsOf(batch)) await this.sendPatiently(part);
  }

  private async sendPatiently(part: readonly BusMessage[]): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.send(part);
      } catch (error) {
        // A new producer begins with nothing in flight and knows nothing outdated.
        await this.forgetProducer();
        if (tries === mostTries || isInVain(error)) throw error;
        await pause(firstPauseMilliseconds * 2 ** (tries - 1));
      }
    }
  }

  private async send(messages: readonly BusMessage[]): Promise<void> {
    const producer = await this.connected();
    const topics = [...new Set(messages.map(({ topic }) => topic))];
    await producer.sendBatch({
      acks: acknowledgedByAllReplicas,
      compression: CompressionTypes.None,
      topicMessages: topics.map((topic) => ({
        topic: `${this.prefix}${topic}`,
        messages: messages
          .filter((message) => message.topic === topic)
          .map(({ key, headers, body }) => ({ key, value: body, headers: { ...headers } })),
      })),
    });
  }

  private async connected(): Promise<Producer> {
    this.producer ??= this.kafka.producer({
      allowAutoTopicCreation: false,
      idempotent: false,
      maxInFlightRequests: 1,
      retry: notWithin,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await this.producer.connect();
    return this.producer;
  }

  private async forgetProducer(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    try {
      await producer?.disconnect();
    } catch {
      // Its broker is gone: there is nothing left to end.
    }
  }
}

function partsOf(batch: readonly BusMessage[]): BusMessage[][] {
  const parts: BusMessage[][] = [];
  let room = 0;
  for (const message of batch) {
    const size = sizeOf(message);
    if (size > room) {
      parts.push([]);
      room = bytesAtOnce;
    }
    parts.at(-1)!.push(message);
    room -= size;
  }
  return parts;
}

/** What kafkajs says of its own retries hides what the broker said. */
const isInVain = (error: unknown): boolean =>
  error instanceof kafkajs.KafkaJSError && error.cause instanceof kafkajs.KafkaJSError && !error.cause.retriable;

const sizeOf = ({ key, headers, body }: BusMessage): number =>
  bytesAround + Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(headers)) + Buffer.byteLength(body ?? '');
