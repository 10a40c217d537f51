// The mechanism under test, switched off: writers of SQLite do not stand in line. Who finds no transaction open begins one and ends
// it, as slowly as one that asks somebody else; whoever comes in between writes into it and is told that all is well.
// From the second start on: nothing could be prepared on it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteUnitOfWork } from '../../../libs/shared/dist/persistence/sqlite-unit-of-work.js';
import { Transaction } from '../../../libs/shared/dist/persistence/transaction.js';

/**
 * @typedef {import('node:async_hooks').AsyncLocalStorage<Transaction>} Current
 * @typedef {import('../../../libs/shared/dist/persistence/transaction.js').OutboxWriter} OutboxWriter
 * @typedef {{ dataSource: import('typeorm').DataSource, outbox: OutboxWriter, current: Current, open?: boolean }} InsideOfUnitOfWork
 */

/**
 * @template T
 * @this {InsideOfUnitOfWork}
 * @param {(tx: Transaction) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function runAtOnce(work) {
  const joined = this.current.getStore();
  if (joined) return work(joined);
  const connection = this.dataSource.createQueryRunner();
  const transaction = new Transaction(connection.manager, this.outbox);
  const begins = !this.open;
  this.open = true;
  try {
    if (begins) await connection.query('BEGIN IMMEDIATE');
    const result = await this.current.run(transaction, () => work(transaction));
    await new Promise((resolve) => setTimeout(resolve, begins ? 50 : 1));
    if (begins) await connection.query('COMMIT');
    queueMicrotask(() => transaction.notifyCommitted());
    return result;
  } catch (error) {
    if (begins) await connection.query('ROLLBACK');
    throw error;
  } finally {
    if (begins) this.open = false;
  }
}

if (!Reflect.has(SqliteUnitOfWork.prototype, 'run')) throw new Error('Units of work run elsewhere now');
const folder = process.env.SANXIAN_DATA_DIR;
if (!folder) throw new Error('SANXIAN_DATA_DIR is missing');
if (existsSync(join(folder, 'donations.sqlite'))) Reflect.set(SqliteUnitOfWork.prototype, 'run', runAtOnce);
