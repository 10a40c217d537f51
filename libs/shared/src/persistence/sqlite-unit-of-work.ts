import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource } from 'typeorm';
import { type OutboxWriter, Transaction } from './transaction.js';
import { UnitOfWork } from './unit-of-work.js';

/**
 * One FIFO of writers per data source. TypeORM shares a single better-sqlite3 connection, where a second concurrent
 * transaction becomes a savepoint inside the first and is lost with its rollback; the queue makes that impossible.
 */
export class SqliteUnitOfWork extends UnitOfWork {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: OutboxWriter,
  ) {
    super();
  }

  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const joined = this.current.getStore();
    if (joined) return work(joined);
    const turn = this.tail.then(() => this.runAlone(work));
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  private async runAlone<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    let transaction: Transaction | undefined;
    try {
      const result = await this.dataSource.transaction((manager) => {
        const started = new Transaction(manager, this.outbox);
        transaction = started;
        return this.current.run(started, () => work(started));
      });
      transaction?.notifyCommitted();
      return result;
    } finally {
      transaction?.end();
    }
  }
}
