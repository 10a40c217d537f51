import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { KafkaBus, createTopics } from '@sanxian/shared/kafka';
import { newId } from '@sanxian/shared/config';
import { eventually, OwnBroker } from '@sanxian/shared/testing';
import { TcpProxy } from './tcp-proxy.js';

const topic = 'sanxian.identity';
const answersLost = 10;

let broker: OwnBroker;
let link: TcpProxy;
let bus: KafkaBus;

beforeEach(async () => {
  broker = await OwnBroker.make({ behindProxy: true });
  link = await TcpProxy.open({ targetPort: broker.port }, broker.advertisedPort);
  await createTopics({ brokers: broker.brokers, replicationFactor: 1, partitions: 3 });
  bus = KafkaBus.open({ brokers: broker.brokers, clientId: 'lost-answers', sessionTimeoutMilliseconds: 6_000 });
}, 120_000);

afterEach(async () => {
  await bus.close();
  await link.close();
  await broker.remove();
}, 60_000);

it('what the broker took and whose answer was lost is sent again, and nothing after it is dropped', async () => {
  const sent: number[] = [];
  const publish = (number: number) =>
    eventually(() => bus.publish([{ topic, key: 'a', headers: { ce_id: newId() }, body: String(number) }]), {
      withinMilliseconds: 60_000,
    });
  for (let number = 1; number <= 5 * answersLost; number += 1) {
    if (number % 5 === 0) link.loseNextAnswer();
    await publish(number);
    sent.push(number);
  }
  const received: number[] = [];
  const subscription = await bus.subscribe({
    group: 'all',
    topics: [topic],
    onError: () => undefined,
    handle: async ({ body }) => void received.push(Number(body)),
  });
  await eventually(async () => expect([subscription.failure(), await subscription.lag()]).toEqual([undefined, 0]), {
    withinMilliseconds: 60_000,
  });
  expect([...new Set(received)]).toEqual(sent);
  // Some came twice: otherwise nothing was lost on the way back.
  expect(received.length).toBeGreaterThan(sent.length);
}, 240_000);
