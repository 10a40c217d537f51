import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { type OutboxWriter, Transaction } from '../transaction.js';
import { UnitOfWork } from '../unit-of-work.js';
import { assertAnswerIsAwaited } from '../answer-awaited.js';
import { isConnectionLoss } from '../database-unavailable.js';
import { hasEndedTransaction, isWorthAnotherRun } from './mysql-errors.js';
import { releaseNames, unlockNames } from './named-lock.js';
import type { Places } from './places.js';
import type { PooledConnection } from './bounded-pool.js';

const mostRuns = 8;
const longestMilliseconds = 10_000;
const longestPauseMilliseconds = 200;

/** The outcome of a commit is unknown: to run the work again could do it twice. */
class CommitUnknown extends Error {
  constructor(override readonly cause: unknown) {
    super('The connection went away during the commit');
  }
}

/**
 * Transactions side by side, READ COMMITTED. Where two of them collide the database ends one, and that work is run
 * again from its start in a new transaction: it must begin with what it reads through `tx`.
 */
export class MysqlUnitOfWork extends UnitOfWork {
  private readonly current = new AsyncLocalStorage<Transaction>();

  /** @param places fewer than the pool has connections: what is read beside a transaction needs one too */
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: OutboxWriter,
    private readonly places: Places,
  ) {
    super();
  }

  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const joined = this.current.getStore();
    if (joined) return work(joined);
    const leave = await this.places.enter();
    try {
      return await this.runUntilSettled(work);
    } finally {
      leave();
    }
  }

  private async runUntilSettled<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const deadline = performance.now() + longestMilliseconds;
    for (let run = 1; ; run += 1) {
      assertAnswerIsAwaited();
      try {
        return await this.runOnce(work);
      } catch (error) {
        if (error instanceof CommitUnknown) throw error.cause;
        if (run === mostRuns || performance.now() > deadline || !isWorthAnotherRun(error)) throw error;
        // Of different length for each of those that collided, or they would do so again.
        await pause(Math.random() * Math.min(longestPauseMilliseconds, 5 * 2 ** run));
      }
    }
  }

  private async runOnce<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const connection = this.dataSource.createQueryRunner();
    await connection.connect();
    const transaction = new Transaction(connection.manager, this.outbox);
    try {
      const assertStillOpen = refuseWhatFollowsTheEnd(connection);
      await connection.startTransaction();
      const result = await this.current.run(transaction, () => work(transaction));
      transaction.end();
      assertStillOpen();
      await commit(connection);
      // In a turn of its own: a listener that throws is a bug and must not keep the caller from the answer.
      queueMicrotask(() => transaction.notifyCommitted());
      return result;
    } catch (error) {
      transaction.end();
      await rollBack(connection);
      throw error;
    } finally {
      if (transaction.hasLockedNames) await orGiveUp(connection, () => unlockNames(connection));
      await connection.release();
    }
  }
}

/**
 * A work that catches the error of a deadlock would otherwise go on outside of any transaction.
 * @returns a check that throws what ended the transaction
 */
function refuseWhatFollowsTheEnd(connection: QueryRunner): () => void {
  const query = connection.query.bind(connection) as (...call: unknown[]) => Promise<unknown>;
  let ended: Error | undefined;
  const assertStillOpen = () => {
    if (ended) throw ended;
  };
  connection.query = (async (...call: unknown[]) => {
    if (!tidiesUp(call[0])) assertStillOpen();
    try {
      return await query(...call);
    } catch (error) {
      if (hasEndedTransaction(error)) ended = error as Error;
      throw error;
    }
  }) as QueryRunner['query'];
  return assertStillOpen;
}

const tidiesUp = (statement: unknown): boolean => statement === 'ROLLBACK' || statement === releaseNames;

async function commit(connection: QueryRunner): Promise<void> {
  try {
    await connection.commitTransaction();
  } catch (error) {
    throw isConnectionLoss(error) ? new CommitUnknown(error) : error;
  }
}

async function rollBack(connection: QueryRunner): Promise<void> {
  if (connection.isTransactionActive) await orGiveUp(connection, () => connection.rollbackTransaction());
}

/** A connection in an unknown state must not be given to anybody else. */
async function orGiveUp(connection: QueryRunner, tidyUp: () => Promise<void>): Promise<void> {
  try {
    await tidyUp();
  } catch {
    const broken = (await connection.connect().catch(() => undefined)) as PooledConnection | undefined;
    broken?.destroy();
  }
}
