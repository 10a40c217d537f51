import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, QueryRunner } from 'typeorm';
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
    const connection = this.dataSource.createQueryRunner();
    const transaction = new Transaction(connection.manager, this.outbox);
    let result: T;
    try {
      await connection.query('BEGIN IMMEDIATE');
      result = await this.current.run(transaction, () => work(transaction));
      await connection.query('COMMIT');
    } catch (error) {
      await this.rollBack(connection);
      throw error;
    } finally {
      transaction.end();
    }
    transaction.notifyCommitted();
    return result;
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
