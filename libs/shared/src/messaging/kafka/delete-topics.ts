import { Kafka, logLevel } from 'kafkajs';

/**
 * Takes away what a system of this prefix has left on a cluster: its topics and its groups.
 * @throws Error when the prefix is empty, which would mean everything
 */
export async function deleteTopics({ brokers, prefix }: { brokers: readonly string[]; prefix: string }) {
  if (!prefix) throw new Error('Without a prefix every topic would be deleted');
  const admin = new Kafka({ brokers: [...brokers], clientId: `${prefix}admin`, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    const { groups } = await admin.listGroups();
    const own = groups.map(({ groupId }) => groupId).filter((groupId) => groupId.startsWith(prefix));
    if (own.length > 0) await admin.deleteGroups(own);
  } finally {
    await admin.disconnect();
  }
}
