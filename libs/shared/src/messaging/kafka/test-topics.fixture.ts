import { Kafka, logLevel } from 'kafkajs';
import { newId } from '../../config/new-id.js';
import type { ConformanceDriver } from '../event-bus.conformance.js';
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
  return {
    prefix,
    admin,
    open: async (more: Partial<KafkaOptions> = {}): Promise<KafkaBus> => {
      await (made ??= createTopics({ brokers, replicationFactor: 1, partitions: 3, prefix }));
      const own = { brokers, clientId: prefix, prefix, sessionTimeoutMilliseconds: shortestSession };
      return KafkaBus.open({ ...own, ...options, ...more });
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
