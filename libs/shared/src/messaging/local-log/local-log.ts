import SqliteDatabase, { type Database, type Statement } from 'better-sqlite3';
import { endOnFailedSync } from '../../persistence/failed-sync.js';
import type { BusMessage } from '../bus-message.js';
import { EventBus, type Subscription, type SubscriptionRequest } from '../event-bus.js';
import { LocalLogSubscription } from './local-log-subscription.js';

const trimAfterDays = 30;
const trimChunk = 10_000;

/**
 * The bus inside one process: one ordered table in a SQLite file and one offset per group, with the promises of Kafka
 * (at least once, order per key) and nothing more, so that what works here works there.
 */
export class LocalLog extends EventBus {
  private readonly subscriptions = new Set<LocalLogSubscription>();
  private readonly insert: Statement<[string, string, string, string | null]>;

  private constructor(
    private readonly database: Database,
    private readonly offsets: Database,
  ) {
    super();
    this.insert = database.prepare('INSERT INTO log (topic, key, headers, body) VALUES (?, ?, ?, ?)');
  }

  static open(file: string): LocalLog {
    const database = new SqliteDatabase(file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(`
      CREATE TABLE IF NOT EXISTS log (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        topic TEXT NOT NULL,
        key TEXT NOT NULL,
        headers TEXT NOT NULL,
        body TEXT,
        appended_at INTEGER NOT NULL DEFAULT (unixepoch())
      );
      CREATE TABLE IF NOT EXISTS offsets (
        "group" TEXT PRIMARY KEY,
        position INTEGER NOT NULL
      ) WITHOUT ROWID;
    `);
    const offsets = new SqliteDatabase(file);
    offsets.pragma('synchronous = NORMAL');
    return new LocalLog(database, offsets);
  }

  publish(batch: readonly BusMessage[]): Promise<void> {
    const append = this.database.transaction(() => {
      for (const { topic, key, headers, body } of batch) this.insert.run(topic, key, JSON.stringify(headers), body);
    });
    try {
      append();
    } catch (error) {
      endOnFailedSync(error);
      throw error;
    }
    for (const subscription of this.subscriptions) subscription.wake();
    return Promise.resolve();
  }

  subscribe(request: SubscriptionRequest): Promise<Subscription> {
    const subscription = new LocalLogSubscription(this.database, this.offsets, request, () =>
      this.subscriptions.delete(subscription),
    );
    this.subscriptions.add(subscription);
    subscription.start();
    return Promise.resolve(subscription);
  }

  /** Drops rows that every group has passed and that are older than 30 days, oldest first; tells how many. */
  trim(): number {
    const dropChunk = this.database.prepare(
      `DELETE FROM log WHERE position IN (SELECT position FROM log ORDER BY position LIMIT ${trimChunk})
       AND position <= (SELECT MIN(position) FROM offsets) AND appended_at < unixepoch() - ${trimAfterDays} * 86400`,
    );
    let dropped = 0;
    for (let changes = trimChunk; changes === trimChunk; dropped += changes) changes = dropChunk.run().changes;
    return dropped;
  }

  async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
    this.offsets.close();
    this.database.close();
  }
}
