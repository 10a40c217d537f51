import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Admin, type ITopicConfig, Kafka, logLevel } from 'kafkajs';
import { topics, type Topic } from '../../contracts/event-contract.js';

const dayMilliseconds = 86_400_000;
const mostPatienceMilliseconds = 30_000;
const notYetKnown = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE']);

export interface TopicOptions {
  /** `host:port` each. */
  readonly brokers: readonly string[];
  /** Copies of each message; 3 on a cluster that may lose a broker. */
  readonly replicationFactor: number;
  /** Fixed from then on, since it decides where a key lies; 24 unless told. */
  readonly partitions?: number;
  readonly prefix?: string;
}

/**
 * Makes the topics of the catalogue that are missing; harmless to repeat. What exists is left as it is.
 * @throws Error that says how existing topics differ in partitions or clean-up policy, after making the missing ones
 */
export async function createTopics({ brokers, replicationFactor, partitions = 24, prefix = '' }: TopicOptions) {
  const wanted = topics.map((topic): ITopicConfig => ({
    topic: `${prefix}${topic}`,
    numPartitions: partitions,
    replicationFactor,
    configEntries: Object.entries({
      ...cleanUp(topic),
      // Whatever a producer sends: kafkajs cannot read lz4, snappy and zstd.
      'compression.type': 'uncompressed',
      // One copy alone is not yet safe; all of them would not let a broker fail.
      'min.insync.replicas': replicationFactor > 2 ? '2' : '1',
    }).map(([name, value]) => ({ name, value })),
  }));
  const admin = new Kafka({ brokers: [...brokers], clientId: 'sanxian-topics', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = wanted.filter(({ topic }) => !existing.has(topic));
    await admin.createTopics({ waitForLeaders: false, topics: missing });
    const differences = await onceAllBrokersKnow(() => differencesOf(admin, wanted));
    if (differences.length > 0) throw new Error(`Topics are not as they should be: ${differences.join('; ')}`);
  } finally {
    await admin.disconnect();
  }
}

/** Of a person the last word is kept, and an erasure is known as long as any other event, but the erased is gone in a day. */
function cleanUp(topic: Topic): Record<string, string> {
  if (topic !== 'sanxian.people') return { 'cleanup.policy': 'delete', 'retention.ms': String(30 * dayMilliseconds) };
  return {
    'cleanup.policy': 'compact',
    'delete.retention.ms': String(30 * dayMilliseconds),
    'max.compaction.lag.ms': String(dayMilliseconds),
  };
}

/** Another broker than the one that made a topic hears of it a moment later, and `waitForLeaders` does not wait for that. */
async function onceAllBrokersKnow<T>(ask: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + mostPatienceMilliseconds;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const isNews = error instanceof kafkajs.KafkaJSProtocolError && notYetKnown.has(error.type);
      if (!isNews || performance.now() > deadline) throw error;
      await pause(100);
    }
  }
}

async function differencesOf(admin: Admin, wanted: readonly ITopicConfig[]): Promise<string[]> {
  const { topics: found } = await admin.fetchTopicMetadata({ topics: wanted.map(({ topic }) => topic) });
  const policy = 'cleanup.policy';
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: wanted.map(({ topic: name }) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name,
      configNames: [policy],
    })),
  });
  return wanted.flatMap(({ topic, numPartitions, configEntries }) => {
    const partitions = found.find(({ name }) => name === topic)?.partitions.length;
    const actual = resources.find(({ resourceName }) => resourceName === topic)?.configEntries[0]?.configValue;
    const expected = configEntries?.find(({ name }) => name === policy)?.value;
    return [
      ...(partitions === numPartitions ? [] : [`${topic} has ${partitions} partitions instead of ${numPartitions}`]),
      ...(actual === expected ? [] : [`${topic} has ${policy} ${actual} instead of ${expected}`]),
    ];
  });
}
