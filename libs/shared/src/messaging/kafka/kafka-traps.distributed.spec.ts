import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CloudEvent, Kafka as CloudEventsOverKafka, type Message } from 'cloudevents';
import kafkajs, { Kafka, type KafkaMessage, logLevel, type ProducerRecord } from 'kafkajs';
import { newId } from '../../config/new-id.js';
import { eventually as eventuallyWithin } from '../../testing/eventually.js';
import { testBrokers } from '../../testing/test-brokers.js';
import type { BusMessage, DeliveredMessage } from '../bus-message.js';
import type { OutboxRow } from '../outbox/outbox-row.entity.js';
import { toBusMessage } from '../outbox/to-bus-message.js';
import { type ForeignCompression, writeIn } from './foreign-compression.fixture.js';
import type { KafkaBus } from './kafka-bus.js';
import { shortestSession, testTopics } from './test-topics.fixture.js';
import { undecodableHeader } from './unknown-compression.js';

const { CompressionCodecs, CompressionTypes } = kafkajs;
const topic = 'sanxian.donations';
const kafka = new Kafka({ brokers: testBrokers(), clientId: 'traps', logLevel: logLevel.NOTHING });

const eventually = <T>(check: () => T | Promise<T>) => eventuallyWithin(check, { withinMilliseconds: 20_000 });
const message = (key: string, body: string | null): BusMessage => ({ topic, key, headers: { ce_id: newId() }, body });

let topics: ReturnType<typeof testTopics>;
let opened: KafkaBus[];

beforeEach(() => {
  topics = testTopics();
  opened = [];
});

afterEach(async () => {
  for (const bus of opened) await bus.close();
  await topics.cleanUp();
});

async function open(): Promise<KafkaBus> {
  const bus = await topics.open();
  opened.push(bus);
  return bus;
}

async function consume(bus: KafkaBus, handle: (message: DeliveredMessage) => Promise<void> = () => Promise.resolve()) {
  const received: DeliveredMessage[] = [];
  const errors: unknown[] = [];
  const subscription = await bus.subscribe({
    group: 'traps',
    topics: [topic],
    onError: (error) => errors.push(error),
    handle: async (delivered) => {
      received.push(delivered);
      await handle(delivered);
    },
  });
  return {
    received,
    errors,
    subscription,
    joined: () => eventually(() => expect(subscription.failure()).toBeUndefined()),
  };
}

/** As somebody else's producer does it, past our publisher. */
async function produce(record: Omit<ProducerRecord, 'topic'>): Promise<void> {
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  await producer.send({ topic: `${topics.prefix}${topic}`, ...record });
  await producer.disconnect();
}

/** What lies in the topic, as kafkajs reads it. */
async function stored(count: number): Promise<KafkaMessage[]> {
  const consumer = kafka.consumer({ groupId: `${topics.prefix}raw` });
  const found: KafkaMessage[] = [];
  await consumer.connect();
  await consumer.subscribe({ topics: [`${topics.prefix}${topic}`], fromBeginning: true });
  await consumer.run({ eachMessage: ({ message }) => Promise.resolve(void found.push(message)) });
  await eventually(() => expect(found.length).toBeGreaterThanOrEqual(count));
  await consumer.disconnect();
  return found;
}

describe('what our publisher writes', () => {
  it('is a CloudEvent to the SDK, in binary mode', async () => {
    const bus = await open();
    const row: Partial<OutboxRow> = {
      topic,
      type: 'donations.blood-intent-registered.v1',
      aggregateId: newId(),
      aggregateVersion: 3,
      sequence: 0,
      eventId: newId(),
      occurredAt: new Date('2026-11-26T08:00:00.000Z'),
      payload: '{"product":"platelets"}',
      traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    };
    await bus.publish([toBusMessage(row as OutboxRow)]);
    const [{ key, value, headers = {}, timestamp }] = (await stored(1)) as [KafkaMessage];
    const texts = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, String(text)]));
    const event = CloudEventsOverKafka.toEvent({
      key: String(key),
      value: String(value),
      headers: texts,
      timestamp,
    } as unknown as Message) as CloudEvent<unknown>;
    expect(event.validate()).toBe(true);
    expect(event).toMatchObject({
      specversion: '1.0',
      id: row.eventId,
      type: row.type,
      source: '/sanxian/donations',
      subject: row.aggregateId,
      time: '2026-11-26T08:00:00.000Z',
      datacontenttype: 'application/json',
    });
    expect(JSON.parse(String(value))).toEqual({ product: 'platelets' });
    expect(String(key)).toBe(row.aggregateId);
  });

  it('comes from no idempotent producer, whose sequence would drop what follows a failed send', async () => {
    const bus = await open();
    await Promise.all([bus.publish([message('a', '1')]), bus.publish([message('a', '2')])]);
    const found = await stored(2);
    expect(found.map(({ value }) => String(value))).toEqual(['1', '2']);
    for (const { batchContext } of found as (KafkaMessage & { batchContext: { producerId: string } })[]) {
      expect(batchContext.producerId).toBe('-1');
    }
  });
});

describe('poison', () => {
  it.each<ForeignCompression>(['LZ4', 'Snappy', 'ZSTD'])(
    'in %s arrives as undecodable, once, and what follows flows',
    async (name) => {
      const bus = await open();
      // A topic made by us is stored uncompressed whatever comes in; this one is as somebody else would make it.
      await topics.remake(topic);
      const { received, errors, subscription, joined } = await consume(bus);
      await joined();
      const partition = 0;
      await produce({
        compression: writeIn(name),
        messages: ['one', 'two'].map((value) => ({ key: 'a', value, partition, headers: { ce_id: value } })),
      });
      await produce({ messages: [{ key: 'a', value: 'three', partition, headers: { ce_id: 'three' } }] });
      await eventually(() => expect(received).toHaveLength(3));
      const unreadable = { [undecodableHeader]: `compressed with ${name}` };
      expect(received.map(({ headers }) => headers)).toEqual([unreadable, unreadable, { ce_id: 'three' }]);
      expect(received[2]!.body).toBe('three');
      expect([errors, subscription.failure()]).toEqual([[], undefined]);
    },
  );

  it('of every other kind arrives as it is, and what follows flows', async () => {
    const bus = await open();
    const { received, errors, joined } = await consume(bus);
    await joined();
    const partition = 0;
    const notText = Buffer.from([0xff, 0xfe, 0x00]);
    await produce({
      messages: [
        { key: 'a', value: '{"half":', partition },
        { key: null, value: null, partition },
        { key: 'a', value: notText, partition },
        { key: 'a', value: '{}', headers: { ce_id: ['one', 'two'], ce_type: notText }, partition },
        { key: 'a', value: '{}', headers: { ce_id: 'x'.repeat(100_000) }, partition },
        { key: 'a', value: 'last', partition },
      ],
    });
    await eventually(() => expect(received).toHaveLength(6));
    expect(received.map(({ headers }) => undecodableHeader in headers)).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(received.at(-1)).toMatchObject({ key: 'a', headers: {}, body: 'last' });
    expect(errors).toEqual([]);
  });
});

describe('a member of a group', () => {
  it('lives on when a handler throws what kafkajs takes for a defect of its own', async () => {
    const bus = await open();
    const thrown = [new TypeError('a'), new SyntaxError('b'), new RangeError('c'), new ReferenceError('d')];
    const { received, errors, subscription, joined } = await consume(bus, () => {
      const error = thrown.shift();
      return error ? Promise.reject(error) : Promise.resolve();
    });
    await joined();
    await bus.publish([message('a', '1'), message('a', '2')]);
    await eventually(() => expect(received.map(({ body }) => body)).toEqual(['1', '1', '1', '1', '1', '2']));
    expect(errors.map((error) => (error as Error).name)).toEqual([
      'TypeError',
      'SyntaxError',
      'RangeError',
      'ReferenceError',
    ]);
    expect(subscription.failure()).toBeUndefined();
  });

  it('keeps its place while a handler takes longer than a session, and the message comes once', async () => {
    const [one, other] = [await open(), await open()];
    let finish = () => undefined as void;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const slow = () => finished;
    const consumers = [await consume(one, slow), await consume(other, slow)];
    for (const { joined } of consumers) await joined();
    await one.publish([message('a', 'slow')]);
    const received = () => consumers.flatMap((consumer) => consumer.received.map(({ body }) => body));
    await eventually(() => expect(received()).toEqual(['slow']));
    const begun = performance.now();
    await eventually(() => expect(performance.now() - begun).toBeGreaterThan(1.5 * shortestSession));
    finish();
    await one.publish([message('a', 'next')]);
    await eventually(() => expect(received().at(-1)).toBe('next'));
    const errors = consumers.flatMap((consumer) => consumer.errors.map(String));
    expect({ received: received(), errors }).toEqual({ received: ['slow', 'next'], errors: [] });
  }, 40_000);

  it('goes on when the coordinator answered a heartbeat that it is still loading its groups', async () => {
    const bus = await open();
    let finish = () => undefined as void;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const { received, joined } = await consume(bus, () => finished);
    await joined();
    const broker = createRequire(import.meta.url)('kafkajs/src/broker') as { prototype: { heartbeat: unknown } };
    const { heartbeat } = broker.prototype;
    let refused = 0;
    broker.prototype.heartbeat = () => {
      refused += 1;
      broker.prototype.heartbeat = heartbeat;
      return Promise.reject(Object.assign(new Error('as after a broker died'), { type: 'GROUP_LOAD_IN_PROGRESS' }));
    };
    await bus.publish([message('a', 'under way')]);
    await eventually(() => expect(refused).toBe(1));
    finish();
    await bus.publish([message('a', 'next')]);
    await eventually(() => expect(received.map(({ body }) => body)).toEqual(['under way', 'next']));
  }, 40_000);

  it('is replaced when kafkajs gives it up for good, and says so in between', async () => {
    const bus = await open();
    const { received, errors, subscription, joined } = await consume(bus);
    await joined();
    const whole = CompressionCodecs[CompressionTypes.GZIP] as () => object;
    let failures = 0;
    CompressionCodecs[CompressionTypes.GZIP] = () => ({
      ...whole(),
      decompress: () => {
        failures += 1;
        CompressionCodecs[CompressionTypes.GZIP] = whole;
        throw new TypeError('as a defect in decoding');
      },
    });
    await topics.remake(topic);
    await produce({ compression: CompressionTypes.GZIP, messages: [{ key: 'a', value: 'through' }] });
    await eventually(() => expect(subscription.failure()).toContain('crashed: '));
    await eventually(() => expect(received.map(({ body }) => body)).toEqual(['through']));
    await joined();
    expect([failures, errors.length]).toEqual([1, 1]);
  }, 40_000);

  it('costs little while there is nothing to do', async () => {
    const bus = await open();
    const { joined } = await consume(bus);
    await joined();
    await bus.publish([message('a', '1')]);
    const [from, before] = [performance.now(), process.cpuUsage()];
    await eventually(() => expect(performance.now() - from).toBeGreaterThan(3_000));
    const { user, system } = process.cpuUsage(before);
    const share = (user + system) / 1_000 / (performance.now() - from);
    console.log(`idle: ${(share * 100).toFixed(1)} % of a core`);
    expect(share).toBeLessThan(0.1);
  });
});
