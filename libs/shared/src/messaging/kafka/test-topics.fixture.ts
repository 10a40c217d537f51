import { Kafka, logLevel } from 'kafkajs';
import { newId } from '../../config/new-id.js';
import type { ConformanceDriver } from '../event-bus.conformance.js';
import type { Topic } from '../../contracts/event-contract.js';
import { eventually } from '../../testing/eventually.js';
import { testBrokers } from '../../testing/test-brokers.js';
import { createTopics } from './create-topics.js';
import { deleteTopics } from './delete-topics.js';
import { KafkaBus, type KafkaOptions } from './kafka-bus.js';

export const shortestSession = 6_000;

/** Topics and groups of one test's own on a broker it shares with others. */
export function testTopics(options: Partial<KafkaOptions> = {}) {
  const brokers = options.brokers ?? testBrokers();
  const prefix = `test-${newId()}-`;
  const admin = new Kafka({ brokers: [...brokers], clientId: prefix, logLevel: logLevel.NOTHING }).admin();
  let made: Promise<void> | undefined;
  const own = { brokers, clientId: prefix, prefix, sessionTimeoutMilliseconds: shortestSession };
  return {
    prefix,
    admin,
    open: async (more: Partial<KafkaOptions> = {}): Promise<KafkaBus> => {
      await (made ??= createTopics({ brokers, replicationFactor: brokers.length > 2 ? 3 : 1, partitions: 3, prefix }));
      return KafkaBus.open({ ...own, ...options, ...more });
    },
    /** Where the cluster has not been reached yet. */
    openUnmade: (): KafkaBus => KafkaBus.open({ ...own, ...options }),
    /** Empty, and with whatever a cluster does by itself, as if somebody else had made it. */
    remake: async (topic: Topic): Promise<void> => {
      const name = `${prefix}${topic}`;
      await admin.connect();
      await admin.deleteTopics({ topics: [name] });
      await eventually(() => admin.createTopics({ waitForLeaders: true, topics: [{ topic: name, numPartitions: 3 }] }));
    },
    cleanUp: async (): Promise<void> => {
      await admin.disconnect();
      await deleteTopics({ brokers, prefix });
    },
  };
}

export function kafkaDriver(): ConformanceDriver {
  const { open, cleanUp } = testTopics();
  // A member that hangs is given up after one and a half sessions.
  return { open: () => open(), cleanUp, patienceMilliseconds: 3 * shortestSession };
}
