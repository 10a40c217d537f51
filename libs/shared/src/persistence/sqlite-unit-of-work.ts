import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import type { DataSource, QueryRunner } from 'typeorm';
import { assertAnswerIsAwaited } from './answer-awaited.js';
import { endOnFailedSync } from './failed-sync.js';
import { type OutboxWriter, Transaction } from './transaction.js';
import { UnitOfWork } from './unit-of-work.js';

const mostTogether = 100;
/** SQLite never yields: whoever else waits for the event loop, such as a new connection (one is accepted each turn), waits so long. */
const longestTurnMilliseconds = 5;
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** One piece of work in the queue. */
interface QueuedWork {
  /** Does the work inside the open transaction; what comes of it may be told only after the commit. */
  perform(connection: QueryRunner): Promise<Outcome>;
  fail(error: unknown): void;
}

/** Tells the caller how its work ended. */
type Outcome = () => void;

/**
 * One FIFO of writers per data source. TypeORM shares a single better-sqlite3 connection, where a second concurrent
 * transaction becomes a savepoint inside the first and is lost with its rollback; the queue makes that impossible.
 * What waits while the disk is busy commits together, each behind a savepoint of its own: one fsync for all of them.
 */
export class SqliteUnitOfWork extends UnitOfWork {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly queue: QueuedWork[] = [];
  private draining = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: OutboxWriter,
  ) {
    super();
  }

  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const joined = this.current.getStore();
    if (joined) return work(joined);
    return new Promise<T>((resolve, reject) => {
      const callerContext = new AsyncResource('UnitOfWork');
      this.queue.push({
        fail: reject,
        perform: (connection) =>
          callerContext.runInAsyncScope(async () => {
            const transaction = new Transaction(connection.manager, this.outbox);
            const ended = await this.behindSavepoint(connection, transaction, work);
            return () => {
              if ('error' in ended) return reject(ended.error);
              // In a turn of its own: a listener that throws is a bug and must not keep others from their answer.
              queueMicrotask(() => transaction.notifyCommitted());
              resolve(ended.result);
            };
          }),
      });
      void this.drain();
    });
  }

  load(): { inUse: number; waiting: number } {
    return { inUse: this.draining ? 1 : 0, waiting: this.queue.length };
  }

  private async drain(): Promise<void> {
    if (this.draining) return;
    this.draining = true;
    do {
      // Without this turn nobody could join while a commit waits for the disk.
      await nextTurn();
      await this.commitTogether(this.queue.splice(0, mostTogether));
    } while (this.queue.length > 0);
    this.draining = false;
  }

  private async commitTogether(works: readonly QueuedWork[]): Promise<void> {
    const connection = this.dataSource.createQueryRunner();
    const outcomes: Outcome[] = [];
    try {
      await connection.query('BEGIN IMMEDIATE');
      let turnBegan = performance.now();
      for (const work of works) {
        outcomes.push(await work.perform(connection));
        if (performance.now() - turnBegan < longestTurnMilliseconds) continue;
        await nextTurn();
        turnBegan = performance.now();
      }
      await connection.query('COMMIT');
    } catch (error) {
      endOnFailedSync(error);
      await this.rollBack(connection);
      for (const work of works) work.fail(error);
      return;
    }
    for (const tell of outcomes) tell();
  }

  /** @throws what the work threw, when SQLite ended the whole transaction over it */
  private async behindSavepoint<T>(
    connection: QueryRunner,
    transaction: Transaction,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<{ result: T } | { error: Error }> {
    const awaited = await outcomeOf(async () => assertAnswerIsAwaited());
    if ('error' in awaited) return awaited;
    await connection.query('SAVEPOINT work');
    const ended = await this.current.run(transaction, () => outcomeOf(() => work(transaction)));
    transaction.end();
    if ('error' in ended) await this.undo(connection, ended.error);
    await connection.query('RELEASE work');
    return ended;
  }

  private async undo(connection: QueryRunner, cause: Error): Promise<void> {
    try {
      await connection.query('ROLLBACK TO work');
    } catch {
      // A full disk ends the transaction and its savepoints: whoever commits with this work must fail with it.
      throw cause;
    }
  }

  private async rollBack(connection: QueryRunner): Promise<void> {
    try {
      await connection.query('ROLLBACK');
    } catch {
      // SQLite has ended it by itself, as it does when the disk is full. TypeORM's own transactions take no notice of
      // that and would never commit again, which is why they are not used here.
    }
  }
}

async function outcomeOf<T>(work: () => Promise<T>): Promise<{ result: T } | { error: Error }> {
  try {
    return { result: await work() };
  } catch (error) {
    return { error: error as Error };
  }
}
