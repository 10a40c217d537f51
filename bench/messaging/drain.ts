import { createTopics, deleteTopics, KafkaBus } from '@sanxian/shared/kafka';
import { newId } from '@sanxian/shared/config';
import { Relay } from '@sanxian/shared/messaging';
import { eventually, testBrokers } from '@sanxian/shared/testing';
import { Kafka, logLevel } from 'kafkajs';
import mysql from 'mysql2/promise';
import type { BenchOptions } from '../bench-options.js';
import type { Figure } from '../figures/figure.js';
import { median } from '../figures/percentile.js';
import { drainBare } from './bare-relay.js';
import { openOutboxDatabase, type OutboxDatabase } from './outbox-database.js';

const facts = 5_000;

/** A full outbox to Kafka: the relay against a bare loop. */
export async function* drain({ rounds }: BenchOptions): AsyncGenerator<Figure> {
  const brokers = testBrokers();
  const prefix = `bench-${newId()}-`;
  await createTopics({ brokers, replicationFactor: 1, prefix });
  const bus = KafkaBus.open({ brokers, prefix, clientId: 'bench' });
  const producer = new Kafka({ brokers, clientId: 'bench-bare', logLevel: logLevel.NOTHING }).producer({
    allowAutoTopicCreation: false,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  const ours = await openOutboxDatabase();
  const reference = await openOutboxDatabase();
  const connection = await mysql.createConnection({ uri: reference.url.replace(/\?.*/, ''), timezone: 'Z' });
  const perSecond: Record<'ours' | 'reference', number[]> = { ours: [], reference: [] };
  try {
    // The first round of each warms up and is not counted.
    for (let round = -1; round < rounds; round += 1) {
      const relay = new Relay({ runtime: ours.runtime, bus, owner: 'bench', onError: (error) => console.error(error) });
      const oursTook = await timeToDrain(ours, () => relay.start());
      await relay.stop();
      const bareTook = await timeToDrain(reference, () =>
        drainBare(connection, producer, `${prefix}sanxian.donations`),
      );
      if (round < 0) continue;
      perSecond.ours.push((facts * 1_000) / oursTook);
      perSecond.reference.push((facts * 1_000) / bareTook);
    }
    const [relayed, bare] = [median(perSecond.ours), median(perSecond.reference)];
    yield {
      name: `relay drains ${facts} facts`,
      ours: { perSecond: relayed },
      reference: { perSecond: bare },
      ratio: relayed / bare,
      target: { atLeast: 0.8 },
    };
  } finally {
    await connection.end();
    await ours.close();
    await reference.close();
    await producer.disconnect();
    await bus.close();
    await deleteTopics({ brokers, prefix });
  }
}

/** @returns milliseconds until every fact is marked as sent, as another connection sees it */
async function timeToDrain(database: OutboxDatabase, start: () => unknown): Promise<number> {
  await database.fill(facts);
  const observer = await mysql.createConnection({ uri: database.url.replace(/\?.*/, '') });
  const started = performance.now();
  const draining = start();
  await eventually(
    async () => {
      const [left] = await observer.query<mysql.RowDataPacket[]>(
        'SELECT 1 FROM outbox WHERE published_at IS NULL LIMIT 1',
      );
      if (left.length > 0) throw new Error('Not everything was sent');
    },
    { withinMilliseconds: 60_000 },
  );
  const took = performance.now() - started;
  await draining;
  await observer.end();
  return took;
}
