import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@sanxian/shared/config';
import { createTopics, deleteTopics } from '@sanxian/shared/kafka';
import { bareMysqlDatabase, temporaryFolder, testBrokers } from '@sanxian/shared/testing';
import { Kafka, logLevel } from 'kafkajs';
import mysql from 'mysql2/promise';
import { SplitSystem } from '../../tools/split/split-system.js';
import { testInfrastructure } from '../../tools/split/test-infrastructure.js';
import type { BenchOptions } from '../bench-options.js';
import type { Figure } from '../figures/figure.js';
import { percentile } from '../figures/percentile.js';
import { logInCitizens, requestsOf } from '../http/citizens.js';

const deliveries = 200;
const topic = 'sanxian.donations';

/** From the answer to a write, which follows its commit, to the row that another service has committed over it. */
export async function* delivery({ profile }: BenchOptions): AsyncGenerator<Figure> {
  const folder = temporaryFolder();
  const infrastructure = await testInfrastructure();
  const bare = await openBareWay();
  const system = await SplitSystem.start({
    infrastructure: { ...infrastructure.variables, ...profile },
    folder: folder.path,
    demo: true,
  });
  const observer = await mysql.createConnection({ uri: infrastructure.databases.notifications });
  try {
    const people = await logInCitizens(system.url, 1);
    const { write } = requestsOf(people, []);
    const ourWay = async () => {
      const { path, headers, body = '' } = write(0);
      const answer = await fetch(`${system.url}${path}`, { method: 'POST', headers, body });
      const { id } = (await answer.json()) as { id: string };
      return untilRow(observer, 'SELECT 1 FROM inbox_messages WHERE subject_id = ?', id);
    };
    const took: Record<'ours' | 'reference', number[]> = { ours: [], reference: [] };
    for (let turn = -20; turn < deliveries; turn += 1) {
      const ours = await ourWay();
      const reference = await bare.deliver();
      // What the machine does in step with us must not meet the same one always.
      await pause(20 + (turn % 7) * 5);
      if (turn < 0) continue;
      took.ours.push(ours);
      took.reference.push(reference);
    }
    for (const values of Object.values(took)) values.sort((one, other) => one - other);
    for (const [name, share] of [['p50', 0.5] as const, ['p99', 0.99] as const]) {
      const [ours, reference] = [percentile(took.ours, share), percentile(took.reference, share)];
      yield {
        name: `commit to the other service's row, ${name}`,
        ours: { milliseconds: ours },
        reference: { milliseconds: reference },
        ratio: ours / reference,
        target: { atMost: 3 },
      };
    }
  } finally {
    await observer.end();
    await system.stop();
    await bare.close();
    await infrastructure.remove();
    folder.remove();
  }
}

/** @returns milliseconds from now until the row is there */
async function untilRow(observer: mysql.Connection, sql: string, id: string): Promise<number> {
  const started = performance.now();
  for (;;) {
    const [rows] = await observer.execute<mysql.RowDataPacket[]>(sql, [id]);
    const waited = performance.now() - started;
    if (rows.length > 0) return waited;
    if (waited > 30_000) throw new Error(`${id} did not arrive`);
  }
}

/** kafkajs from one client to another, and one committed row. */
async function openBareWay(): Promise<{ deliver(): Promise<number>; close(): Promise<void> }> {
  const brokers = testBrokers();
  const prefix = `bench-${newId()}-`;
  await createTopics({ brokers, replicationFactor: 1, prefix });
  const kafka = new Kafka({ brokers, clientId: 'bench-bare', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  const consumer = kafka.consumer({ groupId: prefix });
  const database = await bareMysqlDatabase();
  const uri = database.url.replace(/\?.*/, '');
  const [writer, observer] = [await mysql.createConnection({ uri }), await mysql.createConnection({ uri })];
  await writer.query('CREATE TABLE received (id CHAR(36) PRIMARY KEY)');
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: [`${prefix}${topic}`], fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => void (await writer.execute('INSERT INTO received VALUES (?)', [message.value])),
  });
  return {
    deliver: async () => {
      const id = randomUUID();
      const sending = producer.send({ topic: `${prefix}${topic}`, acks: -1, messages: [{ key: id, value: id }] });
      const took = await untilRow(observer, 'SELECT 1 FROM received WHERE id = ?', id);
      await sending;
      return took;
    },
    close: async () => {
      await Promise.all([producer.disconnect(), consumer.disconnect(), writer.end(), observer.end()]);
      await database.release();
      await deleteTopics({ brokers, prefix });
    },
  };
}
