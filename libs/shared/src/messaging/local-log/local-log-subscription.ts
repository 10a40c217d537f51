import type { Database, Statement } from 'better-sqlite3';
import { RepeatingTask } from '../../config/repeating-task.js';
import type { DeliveredMessage } from '../bus-message.js';
import type { Subscription, SubscriptionRequest } from '../event-bus.js';

const batchSize = 100;
const retryMilliseconds = 200;

interface LogRow {
  position: number;
  topic: DeliveredMessage['topic'];
  key: string;
  headers: string;
  body: string | null;
}

/** One group's walk along the log. The offset is written once per batch: after a crash up to a batch comes again. */
export class LocalLogSubscription implements Subscription {
  private readonly task: RepeatingTask;
  private readonly selectRows: Statement<[number, number], LogRow>;
  private readonly selectOffset: Statement<[string], { position: number }>;
  private readonly updateOffset: Statement<[number, string]>;
  /** What the file refused last; handlers that throw are none of its business. */
  private trouble: string | undefined;
  private paused = false;
  private closed = false;

  constructor(
    private readonly database: Database,
    /** A second connection to the same file that does not wait for the disk: a lost offset only brings messages again. */
    private readonly offsets: Database,
    private readonly request: SubscriptionRequest,
    private readonly onClose: () => void,
  ) {
    this.selectRows = database.prepare(
      'SELECT position, topic, key, headers, body FROM log WHERE position > ? ORDER BY position LIMIT ?',
    );
    this.selectOffset = offsets.prepare('SELECT position FROM offsets WHERE "group" = ?');
    this.updateOffset = offsets.prepare('UPDATE offsets SET position = ? WHERE "group" = ?');
    this.task = new RepeatingTask({
      everyMilliseconds: retryMilliseconds,
      pass: () => this.deliverWaiting(),
      onError: (error) => request.onError(error),
    });
  }

  start(): void {
    // From now on the log keeps what this group has not passed.
    this.offsets.prepare('INSERT OR IGNORE INTO offsets ("group", position) VALUES (?, 0)').run(this.request.group);
    this.task.start();
  }

  wake(): void {
    this.task.wake();
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.wake();
  }

  lag(): Promise<number> {
    const row = this.database
      .prepare<[number, string], { waiting: number }>(
        'SELECT COUNT(*) AS waiting FROM log WHERE position > ? AND topic IN (SELECT value FROM json_each(?))',
      )
      .get(this.offset(), JSON.stringify(this.request.topics));
    return Promise.resolve(row?.waiting ?? 0);
  }

  failure(): string | undefined {
    return this.closed ? 'is closed' : this.trouble;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.task.stop();
    this.onClose();
  }

  private async deliverWaiting(): Promise<void> {
    let goesOn: boolean;
    do {
      const rows = this.paused || this.closed ? [] : this.next();
      goesOn = rows.length > 0 && (await this.deliver(rows));
    } while (goesOn);
  }

  /**
   * Keys side by side, so that their effects can commit together; true when all rows were dealt with.
   * @throws what a handler threw: the task then rests before the message comes again
   */
  private async deliver(rows: LogRow[]): Promise<boolean> {
    // Rows of other topics are passed too: a quiet topic must not keep its group, and with it the log's past, behind.
    const wanted = rows.filter(({ topic }) => this.request.topics.includes(topic));
    const keys = new Set(wanted.map(({ key }) => key));
    const stops = await Promise.all(
      [...keys].map((key) => this.deliverInOrder(wanted.filter((row) => row.key === key))),
    );
    const firstLeft = Math.min(...stops.map(({ left }) => left));
    const passed = rows.findLast(({ position }) => position < firstLeft);
    if (passed) this.onFile(() => this.updateOffset.run(passed.position, this.request.group));
    for (const { error } of stops) if (error !== undefined) throw error;
    return firstLeft === Infinity;
  }

  /** Tells the position of the first message of a key that was not dealt with, or infinity. */
  private async deliverInOrder(rows: readonly LogRow[]): Promise<{ left: number; error?: Error }> {
    for (const row of rows) {
      if (this.paused || this.closed) return { left: row.position };
      try {
        await this.request.handle(deliveredFrom(row));
      } catch (error) {
        return { left: row.position, error: error as Error };
      }
    }
    return { left: Infinity };
  }

  private next(): LogRow[] {
    return this.onFile(() => this.selectRows.all(this.offset(), batchSize));
  }

  private offset(): number {
    return this.selectOffset.get(this.request.group)?.position ?? 0;
  }

  private onFile<T>(work: () => T): T {
    try {
      const result = work();
      this.trouble = undefined;
      return result;
    } catch (error) {
      this.trouble = `the log file refuses: ${(error as Error).message}`;
      throw error;
    }
  }
}

function deliveredFrom({ topic, key, headers, body, position }: LogRow): DeliveredMessage {
  return { topic, key, headers: JSON.parse(headers) as Record<string, string>, body, position: String(position) };
}
