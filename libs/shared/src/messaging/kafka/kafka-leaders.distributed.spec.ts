import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../config/new-id.js';
import { eventually } from '../../testing/eventually.js';
import { OwnBroker } from '../../testing/own-broker.js';
import { seededRandom } from '../../testing/seeded-random.js';
import type { KafkaBus } from './kafka-bus.js';
import { testTopics } from './test-topics.fixture.js';

const topic = 'sanxian.identity';
const keys = Array.from({ length: 30 }, (_, index) => `key-${index}`);
const rounds = 2;

let cluster: readonly OwnBroker[];
let bus: KafkaBus;

beforeAll(async () => {
  cluster = await OwnBroker.cluster(3);
  bus = await testTopics({ brokers: cluster[0]!.brokers }).open();
}, 120_000);

afterAll(async () => {
  await bus.close();
  for (const broker of cluster) await broker.remove();
}, 60_000);

it('whoever leads dies while others are written to: what was acknowledged is there, each key in order', async () => {
  const random = seededRandom(Date.now() % 1_000_000);
  console.log(`seed ${random.seed}`);
  const acknowledged = new Map(keys.map((key) => [key, [] as number[]]));
  let number = 0;
  let over = false;
  /** As a relay does it: the same batch again until it is taken. */
  const publishing = (async () => {
    while (!over) {
      const batch = keys.map(
        (key) => ({ topic, key, headers: { ce_id: newId() }, body: String((number += 1)) }) as const,
      );
      await eventually(() => bus.publish(batch), { withinMilliseconds: 60_000 });
      for (const { key, body } of batch) acknowledged.get(key)!.push(Number(body));
    }
  })();
  for (let round = 0; round < rounds; round += 1) {
    for (const broker of [...cluster].sort(() => random.next() - 0.5)) {
      await broker.kill();
      const before = number;
      // Another leads in its place.
      await eventually(() => expect(number).toBeGreaterThan(before + 20 * keys.length), { withinMilliseconds: 60_000 });
      await broker.start();
      await eventually(() => expect(number).toBeGreaterThan(before + 40 * keys.length), { withinMilliseconds: 60_000 });
    }
  }
  over = true;
  await publishing;
  const received = new Map(keys.map((key) => [key, new Set<number>()]));
  const subscription = await bus.subscribe({
    group: 'leaders',
    topics: [topic],
    onError: () => undefined,
    handle: async ({ key, body }) => void received.get(key)!.add(Number(body)),
  });
  await eventually(async () => expect([subscription.failure(), await subscription.lag()]).toEqual([undefined, 0]), {
    withinMilliseconds: 120_000,
  });
  console.log(`${number} messages published`);
  // The first time each came, in the order in which they came.
  for (const key of keys) expect([...received.get(key)!]).toEqual(acknowledged.get(key));
}, 300_000);
