import type { Admin, Kafka } from 'kafkajs';

/** Asks the cluster how far groups are, over one connection of its own. */
export class GroupOffsets {
  private admin: Admin | undefined;

  constructor(private readonly kafka: Kafka) {}

  /**
   * Messages that lie between what the group has committed and the end. On a compacted topic also those that are no more.
   * @throws when the cluster does not answer
   */
  async lag(groupId: string, topics: readonly string[]): Promise<number> {
    try {
      const admin = await this.connected();
      const committed = await admin.fetchOffsets({ groupId, topics: [...topics] });
      const lags = committed.map(async ({ topic, partitions }) => {
        const passed = new Map(partitions.map(({ partition, offset }) => [partition, Number(offset)]));
        const ends = await admin.fetchTopicOffsets(topic);
        return ends.map(
          ({ partition, low, high }) => Number(high) - Math.max(passed.get(partition) ?? -1, Number(low)),
        );
      });
      return (await Promise.all(lags)).flat().reduce((sum, lag) => sum + Math.max(lag, 0), 0);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const admin = this.admin;
    this.admin = undefined;
    try {
      await admin?.disconnect();
    } catch {
      // The cluster is gone.
    }
  }

  private async connected(): Promise<Admin> {
    this.admin ??= this.kafka.admin({ retry: { retries: 2 } });
    await this.admin.connect();
    return this.admin;
  }
}
